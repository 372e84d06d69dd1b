import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Finding } from './judge';
import { ROOT } from './manifests';

/** The one file that reviewers read: what we know of and why it stays. */
export const REVIEWED = join(__dirname, 'accepted-findings.yaml');

interface Accepted {
  readonly reason: string;
  /** Each rule was found in each of these objects. */
  readonly findings: readonly {
    readonly judge: string;
    readonly rules: readonly string[];
    /** Objects by their files. */
    readonly in: { readonly [file: string]: readonly string[] };
  }[];
}

/** What accepted-findings.yaml holds. */
export interface ReviewFile {
  /** Manifests that some judges do not see. */
  readonly leftOut: readonly { readonly file: string; readonly judges: readonly string[]; readonly reason: string }[];
  /** Manifests for clusters that are not older than a release. */
  readonly newClustersOnly: readonly { readonly file: string; readonly since: string; readonly reason: string }[];
  /** Images whose program cannot be built here, so that nothing real judges their arguments. */
  readonly noProgram: readonly { readonly image: string; readonly reason: string }[];
  readonly accepted: readonly Accepted[];
}

/** What is left of findings once reviewed ones are taken away, and what was reviewed for nothing. */
export interface Verdict {
  readonly open: readonly Finding[];
  readonly acceptedCount: number;
  readonly stale: readonly string[];
}

/** The reviewed file, asked by judges and by the run. */
export class Review {
  public static read(): Review {
    return new Review(parse(readFileSync(REVIEWED, 'utf8')) as ReviewFile);
  }

  public constructor(private readonly file: ReviewFile) {
    const entries = [...file.leftOut, ...file.newClustersOnly, ...file.noProgram, ...file.accepted];
    const silent = entries.find((entry) => !/\S+ \S+ \S+/.test(entry.reason ?? ''));
    if (silent !== undefined) throw new Error(`accepted-findings.yaml: an entry has no reason: ${JSON.stringify(silent)}`);
    const files = [...file.leftOut, ...file.newClustersOnly].map((entry) => entry.file);
    const lost = files.find((name) => !existsSync(join(ROOT, name)));
    if (lost !== undefined) throw new Error(`accepted-findings.yaml: ${lost} does not exist`);
  }

  /** Fails for an entry of a judge that does not exist: nobody would notice that it is stale. */
  public requireJudges(names: readonly string[]): void {
    const accepted = this.file.accepted.flatMap(({ findings }) => findings);
    const named = [...this.file.leftOut.flatMap(({ judges }) => judges), ...accepted.map(({ judge }) => judge)];
    const unknown = named.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`accepted-findings.yaml: no judge is called ${unknown}`);
  }

  public isLeftOut(file: string, judge: string): boolean {
    return this.file.leftOut.some((entry) => entry.file === file && entry.judges.includes(judge));
  }

  /** Whether a manifest is for newer clusters than this minor of Kubernetes 1. */
  public isTooNew(file: string, minor: number): boolean {
    const entry = this.file.newClustersOnly.find((candidate) => candidate.file === file);
    return entry !== undefined && minor < Number(entry.since.split('.')[1]);
  }

  public get noProgram(): ReviewFile['noProgram'] {
    return this.file.noProgram;
  }

  public verdict(judge: string, findings: readonly Finding[]): Verdict {
    const accepted = new Set<string>();
    for (const group of this.file.accepted) {
      for (const entry of group.findings.filter((candidate) => candidate.judge === judge)) {
        const places = Object.entries(entry.in).flatMap(([file, objects]) => objects.map((object) => ({ file, object })));
        for (const key of entry.rules.flatMap((rule) => places.map((place) => keyOf({ rule, ...place })))) {
          if (accepted.has(key)) throw new Error(`accepted-findings.yaml: twice: ${judge} ${key}`);
          accepted.add(key);
        }
      }
    }
    const found = new Set(findings.map(keyOf));
    return {
      open: findings.filter((finding) => !accepted.has(keyOf(finding))),
      acceptedCount: [...accepted].filter((key) => found.has(key)).length,
      stale: [...accepted].filter((key) => !found.has(key)).map((key) => `${judge} ${key}`),
    };
  }
}

function keyOf({ rule, file, object }: { rule: string; file: string; object: string }): string {
  return `${rule} | ${file} | ${object}`;
}

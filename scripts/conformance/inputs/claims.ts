import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { RULES } from '../../../src/checks/rules';
import { ERROR_CATALOGUE } from '../../../src/private/error-catalogue';
import type { ErrorEntry } from '../../../src/private/errors/error-entry';

/** The judges that a claim can name. */
export const JUDGES = ['create-1.28', 'create-1.36', 'apply-1.36'];

/** How a symptom can be seen. */
const SYMPTOMS = [
  'runs on no node', 'literal text', 'port is not found', 'image cannot be read', 'request is not allowed', 'pods stay pending',
  'rollout stalls', 'sysctl is not allowed',
];

type Wire = { [field: string]: any };

/** A claim of conformance/claims.yaml. */
interface Claim {
  readonly rejectedBy?: readonly string[];
  readonly says?: string | readonly string[];
  readonly symptom?: string;
  readonly note?: string;
  readonly metadata?: Wire;
  readonly spec?: Wire;
  readonly template?: Wire;
  readonly pod?: Wire;
  readonly container?: Wire;
  readonly also?: readonly Wire[];
  readonly instead?: readonly Wire[];
  readonly text?: string;
}

export interface ClaimTable {
  readonly base: Wire;
  readonly claims: { readonly [code: string]: readonly Claim[] };
  readonly notJudged: { readonly [code: string]: string };
}

/** Kubernetes reads YAML 1.1, in which `n` is no text. */
const YAML_OF_KUBERNETES = { aliasDuplicateObjects: false, version: '1.1' as const };

/** Reads the table. `!repeat 100` is a text of a hundred letters. */
export function readClaims(file: string): ClaimTable {
  return parse(readFileSync(file, 'utf8'), { customTags: [{ tag: '!repeat', resolve: (count: string) => 'x'.repeat(Number(count)) }] });
}

/** Who refuses what is found under a code: `mixed` for rules of which some findings are refused and others are not. */
type Refusal = Pick<ErrorEntry, 'refusedBy'> | { readonly refusedBy: 'mixed' };

/** Rules that find several things, of which the API server or the kubelet refuses some. Tests hold the list against what the rules find. */
export const MIXED_RULES: readonly string[] = ['privilege-contradiction', 'rollout-deadlock', 'windows-incompatible'];

/** The codes that claims can be about: those of the error catalogue, and the ids of rules. */
export function knownCodes(): { readonly [code: string]: Refusal } {
  const rules = RULES.map(({ id, refusedBy = 'nobody' }): [string, Refusal] => [
    id, { refusedBy: MIXED_RULES.includes(id) ? 'mixed' : refusedBy === 'nobody' ? 'library' : refusedBy },
  ]);
  return { ...Object.fromEntries(rules), ...ERROR_CATALOGUE };
}

/**
 * What is wrong with the table: codes that it does not know, or that it forgets, and claims that say something else than the catalogue and
 * the rules.
 */
export function claimProblems({ claims, notJudged }: ClaimTable, catalogue: { readonly [code: string]: Refusal } = knownCodes()): string[] {
  const problems: string[] = [];
  for (const code of [...Object.keys(claims), ...Object.keys(notJudged)].filter(each => catalogue[each] === undefined)) {
    problems.push(`${code} is no error code, and no rule`);
  }
  for (const [code, { refusedBy }] of Object.entries(catalogue)) {
    const own = claims[code];
    if ((own !== undefined) === (notJudged[code] !== undefined) && refusedBy !== 'library') {
      problems.push(`${code} (refusedBy: ${refusedBy}) must stand in \`claims\` or, with a reason, in \`notJudged\``);
    }
    for (const claim of own ?? []) {
      problems.push(...(claim.rejectedBy ?? []).filter(judge => !JUDGES.includes(judge)).map(judge => `${code} names a judge that there is `
        + `not: ${judge}`));
      if (claim.symptom !== undefined && !SYMPTOMS.includes(claim.symptom)) {
        problems.push(
          `${code} names a symptom that nobody looks for: ${claim.symptom}`,
        );
      }
      if (judgesOf(claim, refusedBy).length > 0 && !claim.says) problems.push(`${code} does not say how it is refused`);
    }
    const isRefused = own?.some(claim => judgesOf(claim, refusedBy).length > 0);
    const isAccepted = own?.some(claim => judgesOf(claim, refusedBy).length === 0);
    const isShown = refusedBy === 'mixed' ? isRefused && isAccepted : refusedBy === 'api-server' ? isRefused : isAccepted;
    if (own !== undefined && !isShown) {
      problems.push(`${code} is ${refusedBy} in the catalogue, and no claim shows it`);
    }
  }
  return problems;
}

/** Writes a manifest for each claim, and a list of them for the judges. Returns how many there are. */
export function writeClaims(table: ClaimTable, folder: string, list: string): number {
  mkdirSync(folder, { recursive: true });
  const codes = knownCodes();
  const written = Object.entries(table.claims).flatMap(([code, claims]) => claims.map((claim, index) => {
    const id = claims.length === 1 ? code : `${code} ${index + 1}`;
    const file = join(folder, `${id.replace(' ', '-')}.yaml`);
    writeFileSync(file, claim.text ?? manifestOf(table.base, claim).map(object => stringify(object, YAML_OF_KUBERNETES)).join('---\n'));
    const { refusedBy } = codes[code];
    return { code, id, file, rejectedBy: judgesOf(claim, refusedBy), says: [claim.says ?? []].flat(), symptom: claim.symptom ?? '' };
  }));
  writeFileSync(list, JSON.stringify(written, undefined, 1));
  return written.length;
}

function judgesOf({ rejectedBy }: Claim, refusedBy: string): readonly string[] {
  return rejectedBy ?? (refusedBy === 'api-server' ? JUDGES : []);
}

function manifestOf(base: Wire, { metadata, spec, template, pod, container, also = [], instead }: Claim): readonly Wire[] {
  if (instead !== undefined) return instead;
  const first = base.spec.template.spec.containers[0];
  const podSpec = overlay({ containers: [overlay(first, container ?? {})] }, pod ?? {});
  const over = { ...metadata && { metadata }, spec: overlay(spec ?? {}, { template: overlay(template ?? {}, { spec: podSpec }) }) };
  return [overlay(base, over), ...also];
}

/** Maps are merged, everything else is replaced. */
function overlay(base: Wire, over: Wire): Wire {
  const isMap = (value: any) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries([...new Set([...Object.keys(base), ...Object.keys(over)])].map(key => [
    key, !(key in over) ? base[key] : isMap(base[key]) && isMap(over[key]) ? overlay(base[key], over[key]) : over[key],
  ]));
}

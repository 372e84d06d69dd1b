import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { GO_TOOLS } from '../tools/pins';
import { run } from '../tools/process';
import { MINORS } from '../tools/schemas';
import { goTool } from '../tools/toolbox';

interface Scored {
  readonly object_name: string;
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string; readonly description: string }[] | null;
  }[];
}

const ALL_OK = 10;
/** Off by default, and of use here. */
const ALSO = ['container-ports-check', 'container-seccomp-profile'];

export const KUBE_SCORE: Judge = {
  name: 'kube-score',
  program: `kube-score ${GO_TOOLS['kube-score'].version}`,
  finds: 'missing probes, limits and policies, Services without pods, rights that are too wide',
  needs: ['go'],
  mustFind: [
    'service-targets-pod', 'container-image-tag', 'container-security-context-privileged', 'container-ports-check',
    'Memory limit is not set',
  ],

  async install() {
    await goTool('kube-score');
  },

  async judge(manifests) {
    return (await Promise.all(manifests.map(judgeOne))).flat();
  },
};

/** One manifest at a time: what is in another file must not make up for what this one lacks. */
async function judgeOne(manifest: Manifest): Promise<Finding[]> {
  const extra = ALSO.flatMap((id) => ['--enable-optional-test', id]);
  const newest = `v1.${MINORS[MINORS.length - 1]}`;
  const outcome = await run(await goTool('kube-score'), [
    'score', '--kubernetes-version', newest, '--output-format', 'json', ...extra, manifest.path,
  ]);
  let scored: Scored[] | null;
  try {
    scored = JSON.parse(outcome.stdout) as Scored[] | null;
  } catch {
    throw new Error(`kube-score does not answer for ${manifest.name}: ${outcome.stderr}${outcome.stdout}`);
  }
  // null where a file has nothing that it scores, such as classes of storage alone
  return (scored ?? []).flatMap(({ type_meta: { kind }, object_meta: metadata, checks }) => checks
    .filter(({ grade, skipped }) => grade < ALL_OK && !skipped)
    .flatMap(({ check, comments }) => (comments ?? []).map(({ path, summary, description }): Finding => ({
      judge: 'kube-score',
      rule: `${check.id}: ${summary}`,
      file: manifest.name,
      object: [objectName({ kind, metadata }), path].filter((part) => part !== '').join(' '),
      message: description,
    }))));
}

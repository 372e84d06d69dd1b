import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CATALOGUE, ErrorEntry, RefusedBy } from '../../src/private/error-catalogue';

export const ERROR_PAGES = join(__dirname, '..', '..', 'docs', 'errors');

const REFUSED_BY: { readonly [by in RefusedBy]: string } = {
  'api-server': 'The API server would refuse the manifest.',
  'kubelet': 'The API server would accept the manifest; the kubelet or the container runtime would refuse the pod on every node.',
  'never-works': 'The API server would accept the manifest, and it would not work.',
  'library': 'This library refuses it.',
};

/** Every page of docs/errors by its file name. */
export function errorPages(): { [file: string]: string } {
  const codes = Object.entries(ERROR_CATALOGUE as { [code: string]: ErrorEntry }).sort(([a], [b]) => (a < b ? -1 : 1));
  const pages = codes.map(([code, entry]) => [`${code}.md`, page(code, entry)]);
  return { ...Object.fromEntries(pages), 'README.md': index(codes) };
}

function page(code: string, { summary, why, fix, refusedBy }: ErrorEntry): string {
  return `<!-- made by npm run generate -->
# ${code}

${summary}

**Who would notice.** ${REFUSED_BY[refusedBy]}

**Why it matters.** ${why}

**What to do.** ${fix}
`;
}

function index(codes: Array<[string, ErrorEntry]>): string {
  return `<!-- made by npm run generate -->
# Errors

Every message begins with its code, then says in which option a value was given, what is wrong, what was given, what is allowed and what to do. All errors of an app
are shown at once at synth, each with the path of its construct, and nothing is written.

A factory such as \`HostPath.readOnly\` that is given something wrong does not throw: it gives back a refused value, and the agent that takes it reports what is wrong. A
refused value that is read outside of an agent, in a test or by a simulated node, throws the same message. In the API reference, \`@throws\` names the code that is reported.
Only a construct without a place in the tree, and what code of your own throws in a feature, fail at once. \`NODE_AGENTS_CHECKS=off\` switches off checks, and none of this.

| code | meaning |
| --- | --- |
${codes.map(([code, { summary }]) => `| [${code}](${code}.md) | ${summary} |`).join('\n')}
`;
}

if (require.main === module) {
  mkdirSync(ERROR_PAGES, { recursive: true });
  const pages = errorPages();
  for (const file of readdirSync(ERROR_PAGES)) {
    if (!(file in pages)) {rmSync(join(ERROR_PAGES, file));}
  }
  for (const [file, text] of Object.entries(pages)) {writeFileSync(join(ERROR_PAGES, file), text);}
}

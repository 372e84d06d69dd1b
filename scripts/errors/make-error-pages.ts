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

Every message begins with its code, then says what is wrong, what was given, what is allowed and what to do. Values that are wrong by themselves are
refused where they are given; what only the whole app tells is collected, shown all at once at synth, and nothing is written.

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

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AppName, EXAMPLES, ROOT } from './language';
import { sourceOf } from './typescript';

const PAGES = ['README.md', 'docs/guides/languages.md', 'docs/guides/fleet.md'];

/** Pages whose first lines of TypeScript are a whole app. */
const WHOLE_APPS: { readonly [page: string]: AppName } = { 'README.md': 'quickstart', 'docs/guides/fleet.md': 'fleet' };

/** Code on the pages that is not, line by line, code of the examples: those compile and run. */
export function misquotedSnippets(): string[] {
  return [
    ...Object.entries(WHOLE_APPS).map(([page, app]) => ({ page, source: sourceOf(app) }))
      .filter(({ page, source }) => snippetsOf(page, 'ts')[0] !== readFileSync(source, 'utf8'))
      .map(({ page, source }) => `${page}: its first lines of TypeScript are not ${relative(ROOT, source)}`),
    ...['python', 'java', 'go'].flatMap(language => {
      const sources = readdirSync(join(EXAMPLES, language), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.(py|java|go)$/.test(file)).map(file => plain(readFileSync(join(EXAMPLES, language, file), 'utf8')));
      return PAGES.flatMap(page => snippetsOf(page, language)
        .filter(snippet => !sources.some(source => source.includes(plain(snippet))))
        .map(snippet => `${page} shows lines that are not in examples/languages/${language}:\n${snippet}`));
    }),
  ];
}

function snippetsOf(page: string, language: string): string[] {
  return [
    ...readFileSync(join(ROOT, page), 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
  ].map(match => match[1]);
}

/** Without indentation and empty lines: a page shows a part of a file further to the left. */
function plain(text: string): string {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '').join('\n');
}

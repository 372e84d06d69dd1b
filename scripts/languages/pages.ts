import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, ROOT } from './language';

const PAGES = ['README.md', 'docs/guides/languages.md'];

/** Code on the pages that is not, line by line, code of the examples: those compile and run. */
export function misquotedSnippets(): string[] {
  const [quickstart] = snippetsOf('README.md', 'ts');
  return [
    ...quickstart === readFileSync(join(EXAMPLES, 'typescript', 'quickstart.ts'), 'utf8') ? [] : ['README.md: its first lines of TypeScript are not examples/languages/typescript/quickstart.ts'],
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
  return [...readFileSync(join(ROOT, page), 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1]);
}

/** Without indentation and empty lines: a page shows a part of a file further to the left. */
function plain(text: string): string {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '').join('\n');
}

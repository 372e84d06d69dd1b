import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Pages that npm and PyPI show lead to the repository by this. */
export const REPOSITORY = 'https://github.com/cdk8s-node-agents/cdk8s-node-agents/blob/main/';

/** Every page that people read in the repository. */
export function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md')).map(
    file => join('docs', file),
  );
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs].filter(file => existsSync(join(ROOT, file)));
}

/** The links of a page that lead to no file of the repository, or to no heading of it. */
export function brokenLinks(page: string, text: string, root: string = ROOT): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [
    ...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ...prose.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm),
  ].map(match => match[1]);
  const ofRepository = links.map(link => link.startsWith(REPOSITORY) ? `/${link.slice(REPOSITORY.length)}` : link);
  return ofRepository.filter(link => !/^[a-z][a-z+.-]*:/i.test(link)).filter(link => {
    const [path, anchor] = decodeURI(link).split('#');
    const file = path === '' ? join(root, page) : path.startsWith('/') ? join(root, path) : join(root, dirname(page), path);
    if (!existsSync(file) || relative(root, file).startsWith('..')) {return true;}
    return anchor !== undefined && file.endsWith('.md') && statSync(file).isFile() && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
  }).map(link => `${page}: ${link}`);
}

/** Headings as the site of the repository names them. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(match => match[1]);
  return new Set(headings.map(heading => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    return count === 0 ? plain : `${plain}-${count}`;
  }));
}

if (require.main === module) {
  const broken = pages().flatMap(page => brokenLinks(page, readFileSync(join(ROOT, page), 'utf8')));
  broken.forEach(link => console.error(link));
  console.log(`${pages().length} pages, ${broken.length} broken links`);
  if (broken.length > 0) {process.exitCode = 1;}
}

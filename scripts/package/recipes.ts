import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const GUIDES = join(__dirname, '..', '..', 'docs', 'guides');

/** The `cdk8s.yaml` of docs/guides/checks.md, for another app. */
export function pluginRecipe(app: string): string {
  const yaml = blocks('checks.md', 'yaml').find(text => text.includes('class: NodeAgentValidation'));
  if (yaml === undefined || !/^app: .*$/m.test(yaml)) {throw new Error('docs/guides/checks.md has no cdk8s.yaml with the plugin');}
  return `language: typescript\n${yaml.replace(/^app: .*$/m, `app: ${app}`)}`;
}

/** The line of docs/guides/command.md that a job of a CI system runs. */
export function commandRecipe(): string {
  const line = /^- run: (npx cdk8s synth && npx node-agents check .*)$/m.exec(blocks('command.md', 'yaml').join('\n'));
  if (line === null) {throw new Error('docs/guides/command.md has no line for CI');}
  return line[1];
}

function blocks(guide: string, language: string): string[] {
  const text = readFileSync(join(GUIDES, guide), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block);
}

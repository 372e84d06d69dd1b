/**
 * Makes src/logs/fluent-bit/plugin-keys.ts from what Fluent Bit says of its plugins: the output of `fluent-bit -J`, which the official
 * image also has as /fluent-bit/etc/schema.json. Several files are merged, for builds without some plugins.
 *
 *     npx ts-node -T scripts/fluent-bit/make-plugin-keys.ts schema.json [more.json ...]
 */
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { longLiteral } from '../literals/long-literal';

interface Option { readonly name: string; readonly type: string }
interface Plugin { readonly name: string; readonly properties: { readonly global_options?: Option[]; readonly options?: Option[] } }
type Schema = { readonly [kind in Kind]: Plugin[] };
type Kind = typeof KINDS[number];

const KINDS = ['inputs', 'filters', 'outputs', 'processors'] as const;

/** Keys that begin so are of the network, of TLS, of OAuth: they are many, and the same for all plugins. */
const SHARED = /^(net\.|tls($|\.)|oauth2\.|aws_)/;

export function pluginKeys(schemas: Schema[]): { [kind in Kind]: { [plugin: string]: string } } {
  const kinds = KINDS.map(kind => {
    const plugins = schemas.flatMap(schema => schema[kind] ?? []);
    const rows = [...new Set(plugins.map(plugin => plugin.name))].sort()
      .map(name => [name, words(plugins.filter(plugin => plugin.name === name).flatMap(plugin => plugin.properties.options ?? []))]);
    const common = words(plugins.flatMap(plugin => plugin.properties.global_options ?? []));
    return [kind, { '*': common, ...Object.fromEntries(rows) }];
  });
  return Object.fromEntries(kinds);
}

/** Switches end in `?`. */
function words(options: Option[]): string {
  const own = options.filter(option => !SHARED.test(option.name));
  return [...new Set(own.map(option => `${option.name.toLowerCase()}${option.type === 'boolean' ? '?' : ''}`))].sort().join(' ');
}

if (require.main === module) {
  const schemas = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
  const lines = Object.entries(pluginKeys(schemas)).map(([kind, plugins]) =>
    `  ${kind}: {\n${Object.entries(plugins).map(([name, keys]) => longLiteral(keys, `    '${name}': `)).join('\n')}\n  },`);
  writeFileSync(join(
    __dirname, '..', '..', 'src', 'logs', 'fluent-bit', 'plugin-keys.ts',
  ), `// made by scripts/fluent-bit/make-plugin-keys.ts from the output of \`fluent-bit -J\` of Fluent Bit 5.1.1

/** The keys that each plugin knows, beside those of every plugin (\`*\`). Switches end in \`?\`. */
export const PLUGIN_KEYS: { readonly [kind: string]: { readonly [plugin: string]: string } } = {
${lines.join('\n')}
};
`);
}

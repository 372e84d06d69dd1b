import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { pythonVersion } from '../tools/pins';
import { run } from '../tools/process';
import { python } from '../tools/toolbox';

const CONFIGURATION = join(__dirname, 'yamllint.yaml');

export const YAMLLINT: Judge = {
  name: 'yamllint',
  program: `yamllint ${pythonVersion('yamllint')}`,
  finds: 'repeated keys, words and numbers that YAML 1.1 reads as something else, untidy text; also in YAML files inside ConfigMaps',
  needs: ['python3'],
  mustFind: ['key-duplicates', 'octal-values', 'truthy', 'trailing-spaces'],

  async install() {
    await python();
  },

  async judge(manifests) {
    const outside = mkdtempSync(join(tmpdir(), 'yamllint-'));
    try {
      const texts = manifests.flatMap((manifest) => textsOf(manifest, outside));
      const outcome = await run(join(await python(), 'yamllint'), [
        '-c', CONFIGURATION, '-f', 'parsable', ...texts.map(({ path }) => path),
      ]);
      if (outcome.stderr !== '') throw new Error(`yamllint does not answer: ${outcome.stderr}`);
      return outcome.stdout.split('\n').filter((line) => line !== '').map((line): Finding => {
        const match = /^(.+?):(\d+):\d+: \[\w+\] (.*) \((\S+)\)$/.exec(line) ?? /^(.+?):(\d+):\d+: \[\w+\] (.*)$/.exec(line);
        const text = texts.find(({ path }) => path === match?.[1]);
        if (match === null || text === undefined) throw new Error(`yamllint says what we cannot read: ${line}`);
        return {
          judge: 'yamllint', rule: match[4] ?? 'syntax', file: text.manifest.name, object: text.object,
          message: `line ${match[2]}: ${match[3]}`,
        };
      });
    } finally {
      rmSync(outside, { recursive: true });
    }
  },
};

interface Text {
  readonly manifest: Manifest;
  readonly path: string;
  readonly object: string;
}

/** The manifest itself, and each YAML file in its ConfigMaps. */
function textsOf(manifest: Manifest, outside: string): Text[] {
  const inside = manifest.objects.filter(({ kind }) => kind === 'ConfigMap').flatMap((object) => Object.entries<string>(object.data ?? {})
    .filter(([key]) => /\.ya?ml$/.test(key))
    .map(([key, content]): Text => {
      const name = `${objectName(object)} ${key}`;
      const path = join(outside, `${manifest.name} ${name}`.replaceAll('/', '_'));
      writeFileSync(path, content);
      return { manifest, path, object: name };
    }));
  return [{ manifest, path: manifest.path, object: '' }, ...inside];
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROMETHEUS_OPERATOR, pythonVersion } from './pins';
import { mustRun } from './process';
import { CACHE, goModule, inNewFolder, once, python, say } from './toolbox';

/** The minors of Kubernetes 1 that manifests are judged by. */
export const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36];

const CUSTOM_KINDS = ['podmonitors', 'prometheusrules', 'servicemonitors'];
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const DEFINITIONS = '_definitions.json';

/**
 * A folder of strict JSON schemas for each minor: those of the package kubernetes-validate, which come from the OpenAPI files of
 * Kubernetes, and those of the Prometheus Operator's CRDs. References are replaced by what they lead to: through one, kubeconform says only
 * that something below is wrong.
 */
export function schemas(): Promise<string> {
  return once('schemas', prepareSchemas);
}

async function prepareSchemas(): Promise<string> {
  const folder = join(CACHE, `schemas-${pythonVersion('kubernetes-validate')}-${PROMETHEUS_OPERATOR.version}`);
  if (existsSync(folder)) return folder;
  const where = 'import kubernetes_validate; print(list(kubernetes_validate.__path__)[0])';
  const sources = join((await mustRun(join(await python(), 'python'), ['-c', where])).trim(), 'kubernetes-json-schema');
  const operator = await goModule(PROMETHEUS_OPERATOR.module, PROMETHEUS_OPERATOR.version);
  const custom = CUSTOM_KINDS.map((plural) => {
    const file = join(operator, 'example', 'prometheus-operator-crd', `monitoring.coreos.com_${plural}.yaml`);
    return customSchema(parse(readFileSync(file, 'utf8')));
  });
  say('preparing the schemas');
  await inNewFolder(folder, async (unfinished) => {
    for (const minor of MINORS) {
      const target = join(unfinished, `v1.${minor}.0`);
      mkdirSync(target);
      const source = join(sources, `v1.${minor}.0-local-strict`);
      const definitions = readJson(join(source, DEFINITIONS)).$defs;
      for (const file of readdirSync(source)) {
        const schema = readJson(join(source, file));
        if (schema['x-kubernetes-group-version-kind'] !== undefined) {
          writeFileSync(
            join(target, file), JSON.stringify(inlined(schema, definitions)),
          );
        }
      }
      const metadata = inlined(definitions[OBJECT_META], definitions);
      for (const { file, schema } of custom) {
        writeFileSync(join(target, file), JSON.stringify({ ...schema, properties: { ...schema.properties, metadata } }));
      }
    }
  });
  return folder;
}

/** The schema of a custom kind as strict as an API server that prunes nothing: a field that the CRD does not know is refused. */
function customSchema(crd: any): { file: string; schema: any } {
  const { group, names, versions } = crd.spec;
  const [version] = versions.filter((candidate: any) => candidate.served && candidate.storage);
  const schema = closed(version.schema.openAPIV3Schema);
  schema.properties.apiVersion = { const: `${group}/${version.name}` };
  schema.properties.kind = { const: names.kind };
  return { file: `${names.singular}-${group.split('.')[0]}-${version.name}.json`, schema };
}

function readJson(file: string): any {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A copy of a schema without references and prose. Where a definition leads back to itself, anything goes. */
function inlined(schema: any, definitions: any, within: readonly string[] = []): any {
  if (Array.isArray(schema)) return schema.map((item) => inlined(item, definitions, within));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').pop();
    return within.includes(name) ? {} : inlined(definitions[name], definitions, [...within, name]);
  }
  const kept = Object.entries(schema).filter(([key, value]) => key !== '$id' && !(key === 'description' && typeof value === 'string'));
  return Object.fromEntries(kept.map(([key, value]) => [key, inlined(value, definitions, within)]));
}

/** A copy of a CRD's schema in which every object with named fields takes no other field. */
function closed(schema: any): any {
  const copy: any = {};
  for (const [key, value] of Object.entries<any>(schema)) {
    if (key === 'properties') copy.properties = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, closed(field)]));
    else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object')) copy[key] = closed(value);
    else if (!key.startsWith('x-kubernetes-') && key !== 'description' && key !== 'nullable') copy[key] = value;
  }
  if (schema['x-kubernetes-int-or-string']) delete copy.type;
  if (schema.nullable && copy.type !== undefined) copy.type = [copy.type, 'null'];
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined;
  if (schema.properties !== undefined && !isOpen) copy.additionalProperties = false;
  return copy;
}

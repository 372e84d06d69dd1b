/**
 * Has a real OpenTelemetry Collector validate what the library writes for it:
 *
 *     npm run logs:otel
 *
 * The collector is conformance/cmd/otelcol, made of the modules that the Go proxy has. What it lacks is listed and not judged. Needs Go and
 * openssl; the first build takes some minutes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { configurationOf, configurations } from './configurations';
import { LogDestination, LogValue } from '../../src';
import { buildProgram, requireGo } from '../conformance/go';

/** Components whose modules cannot be had, by section. */
const NOT_THERE: { readonly [section: string]: readonly string[] } = {
  exporters: ['awscloudwatchlogs', 'awss3', 'elasticsearch', 'opensearch', 'splunk_hec'], extensions: ['oauth2client'],
  receivers: ['journald'],
};

async function main(): Promise<number> {
  requireGo();
  const collector = await buildProgram('otelcol');
  const directory = mkdtempSync(join(tmpdir(), 'otel-validate-'));
  certificatesIn(directory);
  const run = (command: string, text: string) => {
    const file = join(directory, 'config.yaml');
    // the directory of the state must be there, and so must certificates, which some exporters read now
    writeFileSync(file, text.replace(/\/var\/lib\/otelcol/g, directory).replace(
      /\/etc\/otelcol\/destinations\/[^/]+\/(ca\.crt|tls\.\w+)/g, `${directory}/$1`,
    ));
    return spawnSync(collector, [
      ...command.split(' '), `--config=${file}`, '--feature-gates=stanza.synchronousLogEmitter,otelcol.printInitialConfig',
    ], {
      encoding: 'utf8', env: {
        ...process.env, K8S_NODE_NAME: 'node', LOKI_HEADER_X_B: 'x', DATADOG_API_KEY: 'x', KAFKA_PASSWORD: 'x', AWS_ACCESS_KEY_ID: 'x',
        AWS_SECRET_ACCESS_KEY: 'x',
      },
    });
  };
  const validate = (text: string) => problemIn(run('validate', text));
  const problems = [...selfCheck(validate), ...textsArrive(text => run('print-config', text).stdout)];
  const lacking = new Map<string, number>();
  let judged = 0;
  for (const { name, text } of configurations()) {
    const missing = missingIn(text);
    if (missing.length > 0) {
      missing.forEach(id => lacking.set(id, (lacking.get(id) ?? 0) + 1));
      continue;
    }
    judged += 1;
    const problem = validate(text);
    if (problem !== undefined) {problems.push(`${name}: ${problem}`);}
  }
  rmSync(directory, { recursive: true });
  console.log(`the collector accepts ${judged - problems.length} of ${judged} configurations`);
  [...lacking].sort().forEach(([
    id, count,
  ]) => console.log(`not judged, since its module cannot be had: ${id}, in ${count} configurations`));
  problems.forEach(problem => console.log(`  ${problem}`));
  return problems.length === 0 ? 0 : 1;
}

function certificatesIn(directory: string): void {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test', '-keyout', join(
    directory, 'tls.key',
  ), '-out', join(directory, 'tls.crt')], { stdio: 'ignore' });
  copyFileSync(join(directory, 'tls.crt'), join(directory, 'ca.crt'));
}

function problemIn({ status, stderr }: { readonly status: number | null; readonly stderr: string }): string | undefined {
  return status === 0 ? undefined : stderr.trim().split('\n').filter(line => !line.includes('.go:')).slice(0, 4).join(' ');
}

function missingIn(text: string): string[] {
  const config = parse(text);
  return Object.entries(NOT_THERE).flatMap(([
    section, types,
  ]) => Object.keys(config[section] ?? {}).map(id => id.split('/')[0]).filter(type => types.includes(type)));
}

/** Mistakes that it must find, or its word is worth nothing. */
function selfCheck(validate: (text: string) => string | undefined): string[] {
  const good = parse(configurationOf({ destinations: [LogDestination.otlpHttp({ url: 'http://in.example.com' })] }));
  const bad: { readonly [name: string]: (config: any) => void } = {
    'a key that no receiver has': config => {config.receivers.file_log.strat_at = 'end';},
    'a statement that is none': config => {
      config.processors['transform/x'] = { log_statements: ['set(log.body, nothing)'] };
      config.service.pipelines['logs/in-containers'].processors.push('transform/x');
    },
    'a queue of no size': config => {config.exporters['otlp_http/otlp-http'].sending_queue.queue_size = 0;},
    'a pipeline that names what is not there': config => {config.service.pipelines['logs/in-containers'].processors.push('batch');},
    'a label of a pod from nowhere': config => {config.processors.k8s_attributes.extract.labels[0].from = 'nowhere';},
  };
  return [
    ...validate(stringify(good)) === undefined ? [] : ['a good configuration is refused'],
    ...Object.entries(bad).flatMap(([name, change]) => {
      const config = structuredClone(good);
      change(config);
      return validate(stringify(config)) === undefined ? [`the collector accepts ${name}`] : [];
    }),
  ];
}

/** Texts with every character that means something to YAML or to the collector, through the collector's own reader. */
function textsArrive(printed: (text: string) => string): string[] {
  const texts = [
    '$', '$$', '$$$', '${HOME}', '$${env:HOME}', '${env:HOME}', '$1', 'a$', '"', '\\', "'", '{{ x }}', '%', ': #', '- x', 'yes', '0x1', 'é',
    '\u{1F600}', ' x ',
  ];
  const fields = Object.fromEntries(texts.map((text, index) => [`f${index}`, LogValue.text(text)]));
  const config = parse(printed(configurationOf({ destinations: [LogDestination.stdout()], fields })));
  const actions: any[] = config.processors['attributes/fields'].actions;
  return texts.flatMap((text, index) => {
    const { value } = actions.find(({ key }) => key === `f${index}`);
    return value === text ? [] : [`the text ${JSON.stringify(text)} arrives as ${JSON.stringify(value)}`];
  });
}

void main().then(code => {process.exitCode = code;});

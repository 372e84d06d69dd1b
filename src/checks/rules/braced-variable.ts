import { textsOf } from '../../cluster/inventory/container-texts';
import { containersIn, wordsOf } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const bracedVariable: Rule = {
  id: 'braced-variable',
  level: 'warning',
  summary: 'A variable of the container is written as in a shell, and Kubernetes expands another spelling.',
  looksAt: '`${NAME}` in `command`, `args` and values of `env` of containers that run no shell, script or interpreter, where `env` of '
    + 'the container has NAME. Programs that expand the text themselves, and workloads with other texts in `${...}`, which a tool for '
    + 'templates may fill in, are left out.',
  why: 'Kubernetes expands `$(NAME)` alone. The program gets the text `${NODE_NAME}` for the name of its node.',
  fix: 'Write `$(NAME)`; in `env`, after the variable that it refers to.',
  example: () => {
    const agent = (text: string) => daemonSet({}, {
      command: ['/agent'], args: [`--node=${text}`],
      env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    });
    return { fails: [agent('${NODE_NAME}')], passes: [agent('$(NODE_NAME)')] };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const found = [...literalsIn(workload)];
      if (found.length === 0 || isFilledIn(workload)) {continue;}
      // what no container has is for someone else to fill in, and then so may be the rest
      if (bracedIn(workload).size !== new Set(found.map(({ variable }) => variable)).size) {continue;}
      for (const { variable, path, container } of found) {
        yield findingOf(bracedVariable, {
          about: workload, path, container, given: `\${${variable}}`, allowed: `$(${variable})`,
          what: 'the text stays as it is, and is not the value of the variable',
        });
      }
    }
  },
};

/** Everything in braces, with what shells and templates add to the name. */
const BRACED = /\$\{([^}]*)\}/g;

/** What a workload has in braces, wherever it stands. */
function bracedIn({ template }: Workload): ReadonlySet<string> {
  return new Set([...JSON.stringify(template).matchAll(BRACED)].map(([, name]) => name));
}

/** Whether a variable is to have the value of one of its own name: that is one of a tool for templates. */
function isFilledIn(workload: Workload): boolean {
  return containersIn(workload).some(({ container: { env } }) => Array.isArray(env)
    && env.some(variable => String(variable?.value).includes(`\${${variable?.name}}`)));
}

interface Literal {
  readonly variable: string;
  readonly path: string;
  readonly container: string;
}

function* literalsIn(workload: Workload): Generator<Literal> {
  for (const placed of containersIn(workload)) {
    const { container, name } = placed;
    const env: readonly Wire[] = Array.isArray(container.env) ? container.env.filter(Boolean) : [];
    const known = new Set(env.map(variable => variable.name));
    const texts = textsOf(placed);
    if (!texts.some(({ text }) => text.includes('${')) || isExpanding(container)) {continue;}
    for (const { path, text, variable: ofVariable } of texts) {
      if (/\s/.test(text) || READ_AGAIN.test(String(ofVariable))) {continue;}
      const variable = [...text.matchAll(BRACED)].map(([, braced]) => braced).find(braced => known.has(braced));
      if (variable !== undefined) {yield { variable, path, container: name };}
    }
  }
}

/** Variables that a program or its start script reads as something with variables of its own. */
const READ_AGAIN = /^(SPRING|JAVA|JVM|JDK|CATALINA|CONNECT|KAFKA|LOGSTASH)|(_OPTS|_ARGS|_OPTIONS|ARGUMENTS)$|SCRIPT|COMMAND|CMD|TEMPLATE|FORMAT|PATTERN/;

/** Shells, interpreters, and programs that run a script or put values into text. */
const INTERPRETER = /(^|[/\\])((ba|da|a|z|k|fi)?sh|busybox|pwsh|powershell|cmd|env|envsubst|gomplate|python[\d.]*|perl|ruby|node|java)(\.exe)?$|\.(sh|bash|py|pl|rb|js|ps1|bat|cmd)$/i;

/** Programs that expand `${NAME}` in their own flags, configuration or variables, and images with start scripts that do. */
const PROGRAM_THAT_EXPANDS = /(^|[/_-])(otel\w*|opentelemetry|opentelemetry-\w+|vector|fluent\w*|promtail|alloy|loki|tempo|mimir|grafana|datadog|envoy|\w+beat|elastic-agent|logstash|elasticsearch|kibana|telegraf|nginx|openresty|splunk|splunk-otel-collector|kafka|cp-\w+|keycloak|traefik|consul|vault|nomad|kong|krakend|benthos|pipy)($|[/_-])/;

function isExpanding(container: Wire): boolean {
  const program = programOf(container.image);
  return program === undefined || PROGRAM_THAT_EXPANDS.test(program)
    || wordsOf(container).some(word => INTERPRETER.test(word) || /^-[a-z]*c$/.test(word));
}

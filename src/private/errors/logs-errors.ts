import type { ErrorEntry } from './error-entry';

/** Codes that log agents can raise. */
export const LOGS_ERRORS = {
  'duplicate-log-name': {
    summary: 'Two inputs, filters or destinations of a log agent have the same name.',
    why: 'Metrics, credentials and positions are kept by these names: two inputs would share a database of positions, and one of them '
      + 'would exit because it is locked.',
    fix: 'Give one of them another `name`.',
    refusedBy: 'never-works',
  },
  'exceeded-disk-budget': {
    summary: 'The buffers of a log agent are larger, taken together, than what it may have of the disk of a node.',
    why: 'It shows in the first long outage: the disk of every node fills up, or the kubelet evicts the agent, and with it the logs that '
      + 'wait.',
    fix: 'Lower `bufferLimit` of the destinations, or raise the budget that they share.',
    refusedBy: 'never-works',
  },
  'invalid-collector-config': {
    summary: 'The configuration of a collector, as a whole or where it was written in its own spelling, cannot be used.',
    why: '`fluent-bit --dry-run` passes most such mistakes; at the start the key is then ignored in silence, or the program exits on every '
      + 'node. Vector exits.',
    fix: 'Follow the message. Where a newer release knows the key, set `allowUnknownKeys`.',
    refusedBy: 'never-works',
  },
  'invalid-destination': {
    summary: 'A destination of logs cannot be reached, or refuses its configuration.',
    why: 'The agent would start, report that it is healthy, and send nothing.',
    fix: 'Follow the message: URLs are https://HOST[:PORT][/PATH], without credentials.',
    refusedBy: 'never-works',
  },
  'invalid-log-filter': {
    summary: 'A filter of logs, or a condition, cannot mean anything.',
    why: 'It would drop every line, or none, on every node, and nobody would notice before the line is missing.',
    fix: 'Follow the message.',
    refusedBy: 'library',
  },
  'invalid-log-text': {
    summary: 'A text cannot be written into the configuration of a collector.',
    why: 'Fluent Bit replaces `${NAME}` everywhere, separates lists by commas or blanks, and takes `$` for a field, with no way to escape '
      + 'any of it: the text would arrive as another one. Vector puts credentials where it reads `SECRET[...]`, and fields and times into '
      + 'templates.',
    fix: 'Change the text.',
    refusedBy: 'never-works',
  },
  'literal-credential': {
    summary: 'A credential was written where everyone can read it.',
    why: 'It would stand in the YAML, in Git, in the ConfigMap and in every backup of them.',
    fix: 'Put it into a Secret, and name it with SecretKey.of(secretName, key).',
    refusedBy: 'library',
  },
  'log-loop': {
    summary: 'A log agent would read what it, or another log agent, writes to standard output, and write it there again.',
    why: 'Each line comes back as a longer one, without end: the log of the agent fills the disk of every node.',
    fix: 'Leave the containers of log agents out of what is read, or send logs elsewhere than to standard output.',
    refusedBy: 'never-works',
  },
  'missing-log-destination': {
    summary: 'A log agent has no destination.',
    why: 'It would read every log of every node and drop it.',
    fix: 'Add a destination; LogDestination.stdout() for a first try.',
    refusedBy: 'never-works',
  },
  'shared-log-stream': {
    summary: 'Journals or files of many nodes would be one stream of Loki.',
    why: 'Every node of the fleet would write to it: lines arrive out of order, the limits of one stream hold for all, and nobody could '
      + 'tell from which node a line came.',
    fix: 'Add a label such as `node: LogValue.nodeName()`.',
    refusedBy: 'never-works',
  },
  'undefined-config-variable': {
    summary: 'The configuration of a collector refers to an environment variable that its container does not have.',
    why: 'Fluent Bit puts nothing in its place and goes on: a password becomes empty, a host becomes a default. Vector takes it for text '
      + 'since 0.57.',
    fix: 'Add the variable with `agent.container.addEnv`, from a Secret where it is a credential.',
    refusedBy: 'never-works',
  },
  'undefined-parser': {
    summary: 'The configuration of a collector refers to a parser that nobody defines.',
    why: 'Fluent Bit starts without it and ships lines unparsed, or, for multiline parsers, exits.',
    fix: 'Define it with `parsers` of LogCollector.fluentBit, or correct the name.',
    refusedBy: 'never-works',
  },
  'unmatched-log-route': {
    summary: 'A filter or destination matches the logs of no input.',
    why: 'Fluent Bit starts, is healthy, and sends nothing.',
    fix: 'Name an input that the agent has, or match `*`.',
    refusedBy: 'never-works',
  },
  'unsupported-by-collector': {
    summary: 'The collector of a log agent cannot do what it was asked for.',
    why: 'Destinations and inputs are described for every collector; what one of them cannot do is an error, never left out.',
    fix: 'Follow the message, or choose another collector.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };

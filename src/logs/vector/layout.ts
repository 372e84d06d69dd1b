import { CollectorDialect } from '../private/destination-context';

/** The name of the program, its container and the label of the agent. */
export const NAME = 'vector';

/** Where positions and buffers are in the container. */
export const STATE_PATH = '/var/lib/vector';

/** The configuration, in a directory of its own. */
export const CONFIG_PATH = '/etc/vector/vector.yaml';

/** Where container logs are on the node, and in the container. */
export const POD_LOGS = '/var/log/pods';

/** The variable that holds the name of the node. The source of container logs does not start without it. */
export const NODE_NAME_VARIABLE = 'VECTOR_SELF_NODE_NAME';

/** The name of the backend that credentials come from. Before 0.58 it must not have a hyphen. */
export const SECRET_BACKEND = 'credentials';

/** Not below /etc/vector: nothing can be mounted into a mounted ConfigMap. */
const CREDENTIALS_PATH = '/etc/vector-credentials';

/** The backend, as `secret` of the configuration has it. */
export const SECRET_BACKENDS = {
  [SECRET_BACKEND]: { type: 'directory', path: CREDENTIALS_PATH, remove_trailing_whitespace: true },
};

/**
 * How the configuration refers to certificates and credentials: since 0.57 Vector does not replace variables, and a variable would be
 * readable in /proc.
 */
export const DIALECT: CollectorDialect = {
  program: 'Vector',
  tlsDirectory: '/etc/vector-tls',
  variable: name => `\${${name}}`,
  secretFiles: { directory: CREDENTIALS_PATH, reference: fileName => `SECRET[${SECRET_BACKEND}.${fileName}]` },
};

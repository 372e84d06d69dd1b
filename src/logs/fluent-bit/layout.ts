/** The name of the program, its container and the label of the agent. */
export const NAME = 'fluent-bit';
/** Where positions and buffers are in the container. */
export const STATE_PATH = '/var/lib/fluent-bit';
/** The configuration, in a directory of its own. */
export const CONFIG_PATH = '/fluent-bit/etc/conf/fluent-bit.yaml';

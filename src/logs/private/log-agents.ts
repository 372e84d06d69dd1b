/** The containers of log agents, by name: those that this library makes. */
export const LOG_AGENT_CONTAINERS: readonly string[] = ['fluent-bit', 'opentelemetry-collector', 'vector'];

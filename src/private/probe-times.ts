import { Duration } from 'cdk8s';

/** Times of a probe as tables of defaults have them. */
export interface ProbeSeconds {
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold?: number;
}

/** The same as options of a probe. */
export function probeTimes({ initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold }: ProbeSeconds) {
  return {
    ...initialDelaySeconds !== undefined && { initialDelay: Duration.seconds(initialDelaySeconds) },
    ...periodSeconds !== undefined && { period: Duration.seconds(periodSeconds) },
    ...timeoutSeconds !== undefined && { timeout: Duration.seconds(timeoutSeconds) },
    ...failureThreshold !== undefined && { failureThreshold },
  };
}

import { dateProgram } from './http';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogDateFormat } from '../../destinations/http-destination-options';
import { DestinationContext } from '../../private/destination-context';

/** The log of the agent is no place that could be down: it has no buffer on the disk. */
export function consoleSink(_: DestinationOf<'stdout'>, { cluster }: DestinationContext): Sink {
  const { dateField, dateFormat } = valueOf(LOG_DEFAULTS.http, cluster);
  return {
    program: dateProgram(dateField, dateFormat as LogDateFormat),
    wire: {
      type: 'console',
      target: 'stdout',
      encoding: { codec: 'json' },
      buffer: { type: 'memory', max_events: 500, when_full: 'block' },
    },
  };
}

/** Whether a sink of the user's own writes logs to the log of the agent. Standard error is in it, too. */
export function writesToOwnLog(sink: Wire | undefined): boolean {
  return sink?.type === 'console';
}

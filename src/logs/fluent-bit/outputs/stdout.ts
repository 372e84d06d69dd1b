import { Wire } from '../../../private/wire';

export function stdoutOutput(): Wire {
  return { name: 'stdout', format: 'json_lines', json_date_key: 'date', json_date_format: 'iso8601' };
}

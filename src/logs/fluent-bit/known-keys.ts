import type * as Table from './plugin-keys';

/** What Fluent Bit calls the parts of its pipeline. */
export type Section = 'inputs' | 'filters' | 'outputs' | 'processors';

/** include/fluent-bit/flb_config.h, in lower case; Fluent Bit takes any case. Switches end in `?`. */
export const SERVICE_KEYS = words(`coro_stack_size daemon? dns.mode dns.prefer_ipv4? dns.prefer_ipv6? dns.resolver enable_chunk_trace? flush
  flush.adaptive? flush.adaptive.down_steps flush.adaptive.high_pressure flush.adaptive.low_pressure flush.adaptive.max_interval
  flush.adaptive.medium_pressure flush.adaptive.min_interval flush.adaptive.up_steps grace hc_errors_count hc_period hc_retry_failure_count
  health_check? hot_reload? hot_reload.ensure_thread_safety? hot_reload.timeout http_listen http_port http_server? json.convert_nan_to_null?
  json.escape_unicode? log_file log_level multiline_buffer_limit parsers_file plugins_file scheduler.base scheduler.cap security.fips_mode?
  sp.convert_from_str_to_num? storage.backlog.flush_on_shutdown? storage.backlog.mem_limit storage.checksum?
  storage.delete_irrecoverable_chunks? storage.inherit? storage.keep.rejected? storage.max_chunks_up storage.metrics? storage.path
  storage.rejected.limit storage.rejected.path storage.sync storage.trim_files? storage.type streams_file telemetry`);

/** Keys that the core reads before the plugins see them, and that their own tables therefore do not name. */
const CORE_KEYS: { readonly [section in Section]: string } = {
  inputs: 'active condition host ipv6? listen name port processors routes telemetry',
  filters: 'active condition name',
  outputs: 'active condition host ipv6? name port processors storage.total_limit_size workers',
  processors: 'active condition name',
};

/** Keys of the network, of TLS and of clouds, which are many and the same everywhere. */
const SHARED = /^(_debug\.|aws_|http_server\.|net\.|oauth2\.|tls($|\.))/;

/** Those that are switches: what is neither on nor off counts as off, and logs would be sent in clear. */
const SHARED_SWITCHES = /^(tls|tls\.verify(_hostname)?|net\.(keepalive|dns\.prefer_ipv[46])|oauth2\.enable)$/;

/** The plugins of a section whose keys are known. Filters may stand among the processors. */
export function pluginsOf(section: Section): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { PLUGIN_KEYS } = require('./plugin-keys') as typeof Table;
  const own = Object.keys(PLUGIN_KEYS[section]).filter(name => name !== '*');
  return section === 'processors' ? [...own, ...pluginsOf('filters')] : own;
}

const PARSER_KEYS = words('decode_field decode_field_as format logfmt_no_bare_keys? name regex skip_empty_values? time_format time_keep? '
  + 'time_key time_offset time_strict? time_system_timezone? time_zone types');
const MULTILINE_KEYS = words('flush_timeout key_content key_group key_pattern match_string name negate? parser rules type');

/** The keys of a plugin; undefined for a plugin that is not known here. */
export function keysOf(section: Section, plugin: string): Set<string> | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { PLUGIN_KEYS } = require('./plugin-keys') as typeof Table;
  const name = plugin.toLowerCase();
  const own = Object.hasOwn(PLUGIN_KEYS[section], name) ? PLUGIN_KEYS[section][name] : undefined;
  return own === undefined ? undefined : words(`${own} ${PLUGIN_KEYS[section]['*']} ${CORE_KEYS[section]}`);
}

/** The keys of a parser, or of a multiline parser. */
export function parserKeys(multiline: boolean): Set<string> {
  return multiline ? MULTILINE_KEYS : PARSER_KEYS;
}

/** Whether a key is one of these, and whether it is a switch. */
export function lookUp(keys: Set<string>, key: string): 'value' | 'switch' | undefined {
  const name = key.toLowerCase();
  if (keys.has(`${name}?`) || SHARED_SWITCHES.test(name)) {return 'switch';}
  const known = keys.has(name) || SHARED.test(name) || [...keys].some(prefix => /[_.]$/.test(prefix) && name.startsWith(prefix));
  return known ? 'value' : undefined;
}

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}

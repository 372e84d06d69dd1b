// made by scripts/fluent-bit/make-plugin-keys.ts from the output of `fluent-bit -J` of Fluent Bit 5.1.1

/** The keys that each plugin knows, in addition to those of every plugin (`*`). Switches end in `?`. */
export const PLUGIN_KEYS: { readonly [kind: string]: { readonly [plugin: string]: string } } = {
  inputs: {
    '*': 'alias log_level log_suppress_interval mem_buf_limit rate_gate.backpressure? rate_gate.max_bytes rate_gate.max_records '
      + 'rate_gate.resume_ratio rate_gate? rate_window routable? storage.pause_on_chunks_overlimit? storage.type tag '
      + 'thread.ring_buffer.capacity thread.ring_buffer.window threaded?',
    'blob': 'database_file exclude_pattern path scan_refresh_interval upload_failure_action upload_failure_message upload_failure_suffix '
      + 'upload_success_action upload_success_message upload_success_suffix',
    'collectd': 'host listen port typesdb',
    'cpu': 'interval_nsec interval_sec pid',
    'disk': 'dev_name interval_nsec interval_sec',
    'docker': 'exclude include interval_nsec interval_sec path.containers path.sysfs',
    'docker_events': 'buffer_size host key listen parser port reconnect.retry_interval reconnect.retry_limits unix_path',
    'dummy': 'copies dummy fixed_timestamp? flush_on_startup? interval_nsec interval_sec metadata rate samples start_time_nsec '
      + 'start_time_sec test_hang_on_exit?',
    'elasticsearch': 'buffer_chunk_size buffer_max_size host hostname http2? http_server.buffer_chunk_size http_server.buffer_max_size '
      + 'http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit http_server.ingress_queue_event_limit '
      + 'http_server.max_connections http_server.workers listen max_connections meta_key port tag_key version workers',
    'event_type': 'interval_nsec interval_sec type',
    'exec': 'buf_size command exit_after_oneshot? interval_nsec interval_sec oneshot? parser propagate_exit_code?',
    'fluentbit_logs': '',
    'fluentbit_metrics': 'scrape_interval scrape_on_start?',
    'forward': 'buffer_chunk_size buffer_max_size empty_shared_key? host listen port security.users self_hostname shared_key tag_prefix '
      + 'unix_path unix_perm workers',
    'gpu_metrics': 'cards_exclude cards_include enable_nvml? enable_power? enable_temperature? path_sysfs scrape_interval',
    'head': 'add_path? buf_size file interval_nsec interval_sec key lines split_line?',
    'health': 'add_host? add_port? alert? host interval_nsec interval_sec listen port',
    'http': 'add_remote_addr? buffer_chunk_size buffer_max_size enable_health_endpoint? host http2? http_server.buffer_chunk_size '
      + 'http_server.buffer_max_size http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit '
      + 'http_server.ingress_queue_event_limit http_server.max_connections http_server.workers listen max_connections port remote_addr_key '
      + 'success_header successful_response_code tag_key workers',
    'kmsg': 'prio_level',
    'kubernetes_events': 'db db.journal_mode db.locking? db.sync host interval_nsec interval_sec kube_ca_file kube_ca_path kube_namespace '
      + 'kube_request_limit kube_retention_time kube_token_file kube_token_ttl kube_url kube_watch_timeout listen port',
    'lib': '',
    'mem': 'interval_nsec interval_sec pid',
    'mqtt': 'buffer_size host listen payload_key port',
    'netif': 'interface interval_nsec interval_sec test_at_init? verbose?',
    'nginx_metrics': 'host listen nginx_plus? port scrape_interval status_url',
    'node_exporter_metrics': 'collector.cpu.scrape_interval collector.cpufreq.scrape_interval collector.diskstats.scrape_interval '
      + 'collector.filefd.scrape_interval collector.filesystem.scrape_interval collector.hwmon.chip-exclude collector.hwmon.chip-include '
      + 'collector.hwmon.scrape_interval collector.hwmon.sensor-exclude collector.hwmon.sensor-include collector.loadavg.scrape_interval '
      + 'collector.meminfo.scrape_interval collector.netdev.scrape_interval collector.netstat.scrape_interval '
      + 'collector.nvme.scrape_interval collector.processes.scrape_interval collector.sockstat.scrape_interval '
      + 'collector.stat.scrape_interval collector.systemd.scrape_interval collector.textfile.path collector.textfile.scrape_interval '
      + 'collector.thermalzone.scrape_interval collector.time.scrape_interval collector.timex.scrape_interval '
      + 'collector.uname.scrape_interval collector.vmstat.scrape_interval diskstats.ignore_device_regex '
      + 'filesystem.ignore_filesystem_type_regex filesystem.ignore_mount_point_regex metrics path.procfs path.rootfs path.sysfs '
      + 'scrape_interval systemd_exclude_pattern systemd_include_pattern systemd_include_service_task_metrics? '
      + 'systemd_service_restart_metrics? systemd_unit_start_time_metrics?',
    'opentelemetry': 'buffer_chunk_size buffer_max_size encode_profiles_as_log? host http2? http_server.buffer_chunk_size '
      + 'http_server.buffer_max_size http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit '
      + 'http_server.ingress_queue_event_limit http_server.max_connections http_server.workers listen logs_body_key logs_metadata_key '
      + 'max_connections port profiles_support? raw_traces? successful_response_code tag_from_uri? tag_key workers',
    'podman_metrics': 'path.config path.procfs path.sysfs scrape_interval scrape_on_start?',
    'proc': 'alert? fd? interval_nsec interval_sec mem? proc_name',
    'process_exporter_metrics': 'metrics path.procfs process_exclude_pattern process_include_pattern scrape_interval',
    'prometheus_remote_write': 'buffer_chunk_size buffer_max_size host http2? http_server.buffer_chunk_size http_server.buffer_max_size '
      + 'http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit http_server.ingress_queue_event_limit '
      + 'http_server.max_connections http_server.workers listen max_connections port successful_response_code tag_from_uri? uri workers',
    'prometheus_scrape': 'bearer_token buffer_max_size host http_passwd http_user listen metrics_path port scrape_interval',
    'prometheus_textfile': 'path scrape_interval',
    'random': 'interval_nsec interval_sec samples',
    'serial': 'bitrate file format min_bytes separator',
    'splunk': 'add_remote_addr? buffer_chunk_size buffer_max_size host http2? http_server.buffer_chunk_size http_server.buffer_max_size '
      + 'http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit http_server.ingress_queue_event_limit '
      + 'http_server.max_connections http_server.workers listen max_connections port remote_addr_key splunk_token splunk_token_key '
      + 'store_token_in_metadata? success_header tag_key workers',
    'statsd': 'host listen metrics? port',
    'stdin': 'buffer_size parser',
    'syslog': 'buffer_chunk_size buffer_max_size format host listen mode parser path port raw_message_key receive_buffer_size '
      + 'source_address_key unix_perm',
    'systemd': 'db db.sync lowercase? max_entries max_fields path read_from_tail? strip_underscores? systemd_filter systemd_filter_type',
    'tail': 'buffer_chunk_size buffer_max_size db db.compare_filename? db.journal_mode db.locking? db.sync docker_mode? docker_mode_flush '
      + 'docker_mode_parser event_batch_size exclude_path exit_on_eof? file_cache_advise? generic.encoding ignore_active_older_files? '
      + 'ignore_older inotify_watcher? key multiline.parser multiline? multiline_flush offset_key parser parser_ parser_firstline path '
      + 'path_key progress_check_interval progress_check_interval_nsec read_from_head? read_newly_discovered_files_from_head? '
      + 'refresh_interval rotate_wait skip_empty_lines? skip_long_lines? static_batch_size tag_regex truncate_long_lines? unicode.encoding '
      + 'watcher_interval',
    'tcp': 'buffer_size chunk_size format host listen parser port separator source_address_key workers',
    'thermal': 'interval_nsec interval_sec name_regex type_regex',
    'udp': 'buffer_size chunk_size format host listen parser port separator source_address_key workers',
  },
  filters: {
    '*': 'alias log_level log_suppress_interval match match_regex',
    'alter_size': 'add remove',
    'aws': 'account_id? ami_id? az? ec2_instance_id? ec2_instance_type? enable_entity? hostname? imds_version private_ip? retry_interval_s '
      + 'tags_enabled? tags_exclude tags_include vpc_id?',
    'checklist': 'file ignore_case? lookup_key mode print_query_time? record',
    'ecs': 'add agent_endpoint_retries cluster_metadata_only? ecs_meta_cache_ttl ecs_meta_host ecs_meta_port ecs_tag_prefix',
    'expect': 'action key_exists key_not_exists key_val_eq key_val_is_not_null key_val_is_null result_key',
    'geoip2': 'database lookup_key record',
    'grep': 'exclude logical_op regex',
    'kubernetes': 'annotations? buffer_size cache_use_docker_id? dns_retries dns_wait_time dummy_meta? k8s-logging.exclude? '
      + 'k8s-logging.parser? keep_log? kube_ca_file kube_ca_path kube_meta_cache_ttl kube_meta_namespace_cache_ttl '
      + 'kube_meta_preload_cache_dir kube_namespace_file kube_tag_prefix kube_token_command kube_token_file kube_token_ttl kube_url '
      + 'kubelet_host kubelet_port labels? merge_log? merge_log_key merge_log_trim? merge_parser namespace_annotations? namespace_labels? '
      + 'namespace_metadata_only? owner_references? regex_parser set_platform use_journal? use_kubelet? use_pod_association? '
      + 'use_tag_for_meta?',
    'log_to_metrics': 'add_label bucket discard_logs? emitter_mem_buf_limit emitter_name exclude flush_interval_nsec flush_interval_sec '
      + 'kubernetes_mode? label_field metric_description metric_mode metric_name metric_namespace metric_subsystem regex tag value_field',
    'lua': 'call code enable_flb_null? protected_mode? script time_as_table? type_array_key type_int_key',
    'modify': 'add condition copy hard_copy hard_rename move_to_end move_to_start remove remove_regex remove_wildcard rename set',
    'multiline': 'buffer? debug_flush? emitter_mem_buf_limit emitter_name emitter_storage.type flush_ms mode multiline.key_content '
      + 'multiline.parser',
    'nest': 'add_prefix nest_under nested_under operation remove_prefix wildcard',
    'nightfall': 'nightfall_api_key policy_id sampling_rate',
    'parser': 'key_name parser preserve_key? reserve_data? unescape_key',
    'record_modifier': 'allowlist_key record remove_key uuid_key whitelist_key',
    'rewrite_tag': 'emitter_mem_buf_limit emitter_name emitter_storage.type rule',
    'stdout': '',
    'sysinfo': 'fluentbit_version_key hostname_key kernel_version_key os_name_key os_version_key',
    'throttle': 'interval print_status? rate window',
    'type_converter': 'float_key int_key str_key uint_key',
  },
  outputs: {
    '*': 'alias log_level log_suppress_interval match match_regex retry_limit',
    'azure': 'customer_id host log_type log_type_key port shared_key time_generated? time_key',
    'azure_blob': 'account_name auth_type auto_create_container? azure_blob_buffer_key blob_type blob_uri_length buffer_dir '
      + 'buffer_file_delete_early? buffering_enabled? compress compress_blob? configuration_endpoint_bearer_token '
      + 'configuration_endpoint_password configuration_endpoint_url configuration_endpoint_username container_name database_file date_key '
      + 'delete_on_max_upload_error? emulator_mode? endpoint file_delivery_attempt_limit host io_timeout part_delivery_attempt_limit '
      + 'part_size path port sas_token scheduler_max_retries shared_key store_dir_limit_size unify_tag? upload_file_size '
      + 'upload_part_freshness_limit upload_parts_timeout upload_timeout',
    'azure_kusto': 'auth_type azure_kusto_buffer_key blob_uri_length buffer_dir buffer_file_delete_early? buffering_enabled? client_id '
      + 'client_secret compression_enabled? database_name delete_on_max_upload_error? host include_tag_key? include_time_key? '
      + 'ingestion_endpoint ingestion_endpoint_connect_timeout ingestion_mapping_reference ingestion_resources_refresh_interval io_timeout '
      + 'log_key port scheduler_max_retries store_dir_limit_size table_name tag_key tenant_id time_key unify_tag? upload_file_size '
      + 'upload_timeout workload_identity_token_file',
    'azure_logs_ingestion': 'auth_url client_id client_secret compress? dce_url dcr_id host port table_name tenant_id time_generated? '
      + 'time_key',
    'bigquery': 'dataset_id enable_identity_federation? google_service_account google_service_credentials host ignore_unknown_values? '
      + 'pool_id port project_id project_number provider_id service_account_email service_account_secret skip_invalid_rows? table_id',
    'chronicle': 'customer_id google_service_credentials host label log_key log_type namespace namespace_key port project_id region '
      + 'service_account_email service_account_secret',
    'cloudwatch_logs': 'add_entity? auto_create_group? auto_retry_requests? endpoint external_id extra_user_agent log_format '
      + 'log_group_class log_group_name log_group_template log_key log_retention_days log_stream_name log_stream_prefix '
      + 'log_stream_template metric_dimensions metric_namespace profile region role_arn sts_endpoint',
    'counter': '',
    'datadog': 'apikey compress dd_hostname dd_message_key dd_service dd_source dd_tags header host include_tag_key? json_date_key port '
      + 'provider proxy tag_key',
    'es': 'buffer_size cloud_auth cloud_id compress current_time_index? generate_id? host http_api_key http_passwd http_user id_key '
      + 'include_tag_key? index logstash_dateformat logstash_format? logstash_prefix logstash_prefix_key logstash_prefix_separator path '
      + 'pipeline port replace_dots? suppress_type_name? tag_key time_key time_key_format time_key_nanos? trace_error? trace_output? type '
      + 'upstream write_operation',
    'exit': 'flush_count record_count time_count',
    'file': 'csv_column_names? delimiter enable_strftime? fallback_file fallback_path file format label_delimiter max_dynamic_files mkdir? '
      + 'on_limit_reached on_missing_field path rotate? rotate_gzip? rotate_max_files rotate_max_size template',
    'flowcounter': 'event_based? unit',
    'forward': 'add_option compress empty_shared_key? fluentd_compat? host password port require_ack_response? '
      + 'retain_metadata_in_forward_mode? self_hostname send_options? shared_key tag time_as_integer? unix_path upstream username',
    'gcs': 'bucket canned_acl compression content_type gcs_key_format gcs_key_format_tag_delimiters google_service_credentials host port '
      + 'preserve_data_ordering? send_content_md5? static_file_path? store_chunk_limit store_dir store_dir_limit_size upload_timeout',
    'gelf': 'compress? gelf_full_message_key gelf_host_key gelf_level_key gelf_short_message_key gelf_tag_key gelf_timestamp_key host mode '
      + 'packet_size port',
    'http': 'allow_duplicated_headers? body_key compress format gelf_full_message_key gelf_host_key gelf_level_key gelf_short_message_key '
      + 'gelf_timestamp_key header header_tag headers_key host http.read_idle_timeout http.response_timeout http_method http_passwd '
      + 'http_user json_date_format json_date_key log_response_payload? port proxy uri',
    'influxdb': 'add_integer_suffix? auto_tags? bucket database host http_header http_passwd http_token http_user org port sequence_tag '
      + 'tag_keys uri',
    'kafka': 'brokers client_id dynamic_topic? format gelf_full_message_key gelf_host_key gelf_level_key gelf_short_message_key '
      + 'gelf_timestamp_key group_id message_key message_key_field otlp_logs_partition_by_resource? queue_full_retries raw_log_key '
      + 'rdkafka. timestamp_format timestamp_key topic_key topics',
    'kafka-rest': 'avro_http_header? host include_tag_key? message_key partition port tag_key time_key time_key_format topic url_path',
    'kinesis_firehose': 'auto_retry_requests? compression delivery_stream endpoint external_id log_key profile region role_arn '
      + 'simple_aggregation? sts_endpoint time_key time_key_format',
    'kinesis_streams': 'auto_retry_requests? compression endpoint external_id log_key profile region role_arn simple_aggregation? stream '
      + 'sts_endpoint time_key time_key_format',
    'lib': 'data_mode format max_records',
    'logdna': 'api_key app exclude_promoted_keys? file host hostname ip logdna_endpoint logdna_host logdna_port mac port tags',
    'loki': 'auto_kubernetes_labels? bearer_token buffer_size compress drop_single_key header host http_passwd http_user label_keys '
      + 'label_map_path labels line_format port remove_keys structured_metadata structured_metadata_map_keys tenant_id tenant_id_key '
      + 'tenant_id_key_error_handling uri',
    'nats': 'host port',
    'nrlogs': 'api_key base_uri compress host license_key port',
    'null': 'format json_date_format json_date_key',
    'opensearch': 'buffer_size compress current_time_index? generate_id? host http_passwd http_user id_key include_tag_key? index '
      + 'logstash_dateformat logstash_format? logstash_prefix logstash_prefix_key logstash_prefix_separator path pipeline port '
      + 'replace_dots? suppress_type_name? tag_key time_key time_key_format time_key_nanos? trace_error? trace_output? type '
      + 'write_operation',
    'opentelemetry': 'add_label batch_size compress grpc? grpc_logs_uri grpc_metrics_uri grpc_profiles_uri grpc_traces_uri header host '
      + 'http2 http_passwd http_user log_response_payload? logs_attributes_metadata_key logs_body_key logs_body_key_attributes? '
      + 'logs_instrumentation_scope_metadata_key logs_max_resources logs_max_scopes logs_metadata_key logs_observed_timestamp_metadata_key '
      + 'logs_resource_metadata_key logs_severity_number_message_key logs_severity_number_metadata_key logs_severity_text_message_key '
      + 'logs_severity_text_metadata_key logs_span_id_message_key logs_span_id_metadata_key logs_timestamp_metadata_key '
      + 'logs_trace_flags_metadata_key logs_trace_id_message_key logs_trace_id_metadata_key logs_uri metrics_uri port profiles_uri proxy '
      + 'traces_uri',
    'oracle_log_analytics': 'config_file_location host namespace oci_config_in_record? oci_la_entity_id oci_la_entity_type '
      + 'oci_la_global_metadata oci_la_log_group_id oci_la_log_path oci_la_log_set_id oci_la_log_source_name oci_la_metadata port '
      + 'profile_name proxy uri',
    'plot': 'file key',
    'prometheus_exporter': 'add_label add_timestamp? buffer_chunk_size buffer_max_size host http2? http_server.buffer_chunk_size '
      + 'http_server.buffer_max_size http_server.http2? http_server.idle_timeout http_server.ingress_queue_byte_limit '
      + 'http_server.ingress_queue_event_limit http_server.max_connections http_server.workers max_connections port workers',
    'prometheus_remote_write': 'add_label compression header host http_passwd http_user log_response_payload? port proxy uri',
    's3': 'authorization_endpoint_bearer_token authorization_endpoint_password authorization_endpoint_url authorization_endpoint_username '
      + 'auto_retry_requests? blob_database_file bucket canned_acl compression content_type endpoint external_id '
      + 'file_delivery_attempt_limit format host json_date_format json_date_key log_key part_delivery_attempt_limit part_size port '
      + 'preserve_data_ordering? profile quarantine_dir_limit_size region retry_exhausted_action role_arn s3_key_format '
      + 's3_key_format_tag_delimiters send_content_md5? static_file_path? storage_class store_dir store_dir_limit_size sts_endpoint '
      + 'total_file_size upload_chunk_size upload_part_freshness_limit upload_parts_timeout upload_timeout use_put_object?',
    'skywalking': 'auth_token host port svc_inst_name svc_name',
    'slack': 'host port webhook',
    'splunk': 'auto_extract_timestamp? channel compress event_field event_host event_index event_index_key event_key event_source '
      + 'event_sourcetype event_sourcetype_key host http_buffer_size http_debug_bad_request? http_passwd http_user port splunk_send_raw? '
      + 'splunk_token',
    'stackdriver': 'autoformat_stackdriver_trace? cloud_logging_base_url compress custom_k8s_regex export_to_project_id '
      + 'google_service_credentials host http_request_key job k8s_cluster_location k8s_cluster_name labels labels_key location '
      + 'log_name_key metadata_server namespace node_id port project_id_key resource resource_labels service_account_email '
      + 'service_account_secret severity_key span_id_key stackdriver_agent tag_prefix task_id test_log_entry_format? text_payload_key '
      + 'trace_key trace_sampled_key',
    'stdout': 'format json_date_format json_date_key',
    'syslog': 'allow_longer_sd_id? host mode port syslog_appname_key syslog_appname_preset syslog_facility_key syslog_facility_preset '
      + 'syslog_format syslog_hostname_key syslog_hostname_preset syslog_maxsize syslog_message_key syslog_msgid_key syslog_msgid_preset '
      + 'syslog_procid_key syslog_procid_preset syslog_sd_key syslog_severity_key syslog_severity_preset',
    'tcp': 'format host json_date_format json_date_key port raw_message_key',
    'td': 'api database region table',
    'udp': 'format host json_date_format json_date_key port raw_message_key',
    'vivo_exporter': 'buffer_chunk_size buffer_max_size empty_stream_on_read? host http2? http_cors_allow_origin '
      + 'http_server.buffer_chunk_size http_server.buffer_max_size http_server.http2? http_server.idle_timeout '
      + 'http_server.ingress_queue_byte_limit http_server.ingress_queue_event_limit http_server.max_connections http_server.workers '
      + 'max_connections port stream_queue_size workers',
    'websocket': 'format header host json_date_format json_date_key port uri',
  },
  processors: {
    '*': 'alias log_level',
    'content_modifier': 'action context converted_type key pattern value',
    'cumulative_to_delta': 'drop_first? drop_on_reset? initial_value max_series max_staleness',
    'labels': 'delete hash insert update upsert',
    'metrics_selector': 'action context label metric_name operation_type',
    'opentelemetry_envelope': '',
    'sampling': 'conditions debug? sampling_settings type',
    'sql': 'query',
    'tda': 'embed_delay embed_dim min_points threshold window_size',
  },
};

// made by scripts/vector/make-option-table.ts from the reference data of Vector 0.57.0

export const OUTPUT_SHAPES: readonly string[] = [
  '{connect_timeout_seconds:15 max_attempts:15 read_timeout_seconds:15}',
  '{access_key_id:1! assume_role:1! credentials_file:1! external_id:1 imds:105 load_timeout_secs:15 profile:1 region:1 '
    + 'secret_access_key:1! session_name:1 session_token:1}',
  '{max_bytes:15 max_events:15 timeout_secs:18}',
  'string(gzip none snappy zlib zstd)',
  '{schema:1!}',
  'string(V0 V1)',
  '{device_event_class_id:1! device_product:1! device_vendor:1! device_version:1! extensions:13 name:1! severity:1! version:110!}',
  'string(avro cef csv gelf json logfmt native native_json otlp protobuf raw_message syslog text)',
  'string(always necessary never non_numeric)',
  '{capacity:15 delimiter:14 double_quote:0 escape:14 fields:2! quote:14 quote_style:113}',
  '{max_chunk_size:15}',
  '{pretty:0}',
  '{desc_file:1! message_type:1! use_json_names:0}',
  'string(rfc3164 rfc5424)',
  '{app_name:1 facility:1 msg_id:1 proc_id:1 rfc:118 severity:1}',
  'string(rfc3339 unix unix_float unix_ms unix_ns unix_us)',
  '{avro:109!?codec=avro cef:111!?codec=cef codec:112! csv:114!?codec=csv except_fields:2 gelf:115?codec=gelf json:116?codec=json '
    + 'metric_tag_values:77?codec=json|codec=text only_fields:2 protobuf:117!?codec=protobuf syslog:119?codec=syslog timestamp_format:120}',
  '{decrease_ratio:18 ewma_alpha:18 initial_concurrency:15 max_concurrency_limit:15 rtt_deviation_scale:18}',
  'string(adaptive none)|uint',
  'string(Full None)',
  '{adaptive_concurrency:122 concurrency:123 headers:13 rate_limit_duration_secs:15 rate_limit_num:15 retry_attempts:15 '
    + 'retry_initial_backoff_secs:15 retry_jitter_mode:124 retry_max_duration_secs:15 timeout_secs:15}',
  '{days:15 enabled:0}',
  '{alpn_protocols:2 ca_file:1 crt_file:1 key_file:1 key_pass:1 server_name:1 verify_certificate:0 verify_hostname:0}',
  '{acknowledgements:28 auth:106 batch:107 compression:108 create_missing_group:0 create_missing_stream:0 '
    + 'dangerously_allow_unconfined_template_resolution:0 encoding:121! endpoint:1 group_name:1! kms_key:1 region:1 request:125 '
    + 'retention:126 stream_name:1! tags:13 tls:127}',
  'string(authenticated-read aws-exec-read bucket-owner-full-control bucket-owner-read log-delivery-write private public-read '
    + 'public-read-write)',
  'string(parquet)',
  'string(gzip lz4 none snappy zstd)',
  '{algorithm:131 level:15!?algorithm=zstd|algorithm=gzip}',
  'string(auto_infer relaxed strict)',
  '{codec:130! compression:132 schema_file:1 schema_mode:133}',
  '{delimiter:14!}',
  'string(bytes character_delimited length_delimited newline_delimited varint_length_delimited)',
  '{character_delimited:135!?method=character_delimited length_delimited:20!?method=length_delimited '
    + 'max_frame_length:15?method=varint_length_delimited method:136!}',
  '{adaptive_concurrency:122 concurrency:123 rate_limit_duration_secs:15 rate_limit_num:15 retry_attempts:15 retry_initial_backoff_secs:15 '
    + 'retry_jitter_mode:124 retry_max_duration_secs:15 timeout_secs:15}',
  '[15]',
  'string(all custom default none)',
  '{status_codes:139!?type=custom type:140}',
  'string(AES256 aws:kms)',
  'string(DEEP_ARCHIVE EXPRESS_ONEZONE GLACIER GLACIER_IR INTELLIGENT_TIERING ONEZONE_IA REDUCED_REDUNDANCY STANDARD STANDARD_IA)',
  '{acknowledgements:28 acl:129 auth:106 batch:107 batch_encoding:134 bucket:1! compression:108 content_encoding:1 content_type:1 '
    + 'dangerously_allow_unconfined_template_resolution:0 encoding:121! endpoint:1 filename_append_uuid:0 filename_extension:1 '
    + 'filename_time_format:1 force_path_style:0 framing:137 grant_full_control:1 grant_read:1 grant_read_acp:1 grant_write_acp:1 '
    + 'key_prefix:1 region:1 request:138 retry_strategy:141 server_side_encryption:142 ssekms_key_id:1 storage_class:143 tags:13 '
    + 'timezone:1 tls:127}',
  '{acknowledgements:28 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 dataset:1! org_id:1 region:1 '
    + 'request:125 retry_strategy:141 tls:127 token:1! url:1}',
  'string(azure_cli client_certificate_credential client_secret_credential managed_identity managed_identity_client_assertion '
    + 'workload_identity)',
  'string(client_id object_id resource_id)',
  '{azure_client_id:1!?azure_credential_kind=client_certificate_credential|azure_credential_kind=client_secret_credential '
    + 'azure_client_secret:1!?azure_credential_kind=client_secret_credential azure_credential_kind:146! '
    + 'azure_tenant_id:1!?azure_credential_kind=client_certificate_credential|azure_credential_kind=client_secret_credential '
    + 'certificate_password:1?azure_credential_kind=client_certificate_credential '
    + 'certificate_path:1!?azure_credential_kind=client_certificate_credential '
    + 'client_assertion_client_id:1!?azure_credential_kind=managed_identity_client_assertion '
    + 'client_assertion_tenant_id:1!?azure_credential_kind=managed_identity_client_assertion '
    + 'client_id:1?azure_credential_kind=workload_identity tenant_id:1?azure_credential_kind=workload_identity '
    + 'token_file_path:1?azure_credential_kind=workload_identity '
    + 'user_assigned_managed_identity_id:1?azure_credential_kind=managed_identity|azure_credential_kind=managed_identity_client_assertion '
    + 'user_assigned_managed_identity_id_type:147?azure_credential_kind=managed_identity|'
    + 'azure_credential_kind=managed_identity_client_assertion}',
  '{ca_file:1}',
  '{account_name:1 acknowledgements:28 auth:148 batch:107 blob_append_uuid:0 blob_endpoint:1 blob_prefix:1 blob_time_format:1 '
    + 'compression:108 connection_string:1 container_name:1! dangerously_allow_unconfined_template_resolution:0 encoding:121! framing:137 '
    + 'request:138 tls:149}',
  '{except_fields:2 only_fields:2 timestamp_format:120}',
  '{acknowledgements:28 auth:148! batch:107 dcr_immutable_id:1! encoding:151 endpoint:1! request:138 retry_strategy:141 stream_name:1! '
    + 'timestamp_field:1 tls:127 token_scope:1}',
  '{acknowledgements:28 azure_resource_id:1 batch:107 customer_id:1! encoding:151 host:1 log_type:1! request:138 retry_strategy:141 '
    + 'shared_key:1! time_generated_key:1 tls:127}',
  '{acknowledgements:28 print_interval_secs:15 rate:15}',
  'string(aws basic bearer custom)',
  '{auth:106!?strategy=aws password:1!?strategy=basic service:1!?strategy=aws strategy:155! token:1!?strategy=bearer '
    + 'user:1!?strategy=basic value:1!?strategy=custom}',
  'string(arrow_stream)',
  '{allow_nullable_fields:0 codec:157!}',
  'string(arrow_stream json_as_object json_as_string json_each_row)',
  '{deduplicate:0 enabled:0 max_data_size:15 max_query_number:15 wait_for_processing:0 wait_for_processing_timeout:15}',
  '{async_insert_settings:160}',
  '{acknowledgements:28 auth:156 batch:107 batch_encoding:158 compression:108 dangerously_allow_unconfined_template_resolution:0 '
    + 'database:1 date_time_best_effort:0 encoding:151 endpoint:1! format:159 insert_random_shard:0 query_settings:161 request:138 '
    + 'skip_unknown_fields:0 table:1! tls:127}',
  'string(stderr stdout)',
  '{acknowledgements:28 encoding:121! framing:137 target:163}',
  '{alpn_protocols:2 ca_file:1 crt_file:1 enabled:0 key_file:1 key_pass:1 server_name:1 verify_certificate:0 verify_hostname:0}',
  '{acknowledgements:28 batch:107 compression:108 conforms_as_agent:0 default_api_key:1 encoding:151 endpoint:1 request:125 site:1 '
    + 'tls:165}',
  'string(auto v6 v7 v8)',
  'string(aws basic)',
  '{access_key_id:1!?strategy=aws assume_role:1!?strategy=aws credentials_file:1!?strategy=aws external_id:1?strategy=aws '
    + 'imds:105?strategy=aws load_timeout_secs:15?strategy=aws password:1!?strategy=basic profile:1?strategy=aws region:1?strategy=aws '
    + 'secret_access_key:1!?strategy=aws session_name:1?strategy=aws session_token:1?strategy=aws strategy:168! user:1!?strategy=basic}',
  '{endpoint:1 region:1}',
  'string(external external_gte internal)',
  '{action:1 index:1 template_fallback_index:1 version:1 version_type:171}',
  '{auto_routing:0 dataset:1 namespace:1 sync_fields:0 type:1}',
  '{retry_initial_backoff_secs:15 retry_max_duration_secs:15}',
  'string(bulk data_stream)',
  'string(managed serverless)',
  'string(string vrl)',
  '{type:177 value:1!}|string',
  '{*:178!}',
  '{acknowledgements:28 api_version:167 auth:169 aws:170 batch:107 bulk:172 compression:108 '
    + 'dangerously_allow_unconfined_template_resolution:0 data_stream:173 distribution:174 doc_type:1 encoding:151 endpoint:1 endpoints:2 '
    + 'id_key:1 metrics:82 mode:175 opensearch_service_type:176 pipeline:1 query:179 request:125 request_retry_partial:0 '
    + 'suppress_type_name:0 tls:127}',
  'string(gzip none zstd)',
  '{after_close_time_secs:15 after_modified_time_secs:15 after_secs:15}',
  '{acknowledgements:28 base_dir:1 compression:181 dangerously_allow_unconfined_template_resolution:0 encoding:121! framing:137 '
    + 'idle_timeout_secs:15 internal_metrics:32 path:1! timezone:1 truncate:182}',
  'string(authenticated-read bucket-owner-full-control bucket-owner-read private project-private public-read)',
  'string(ARCHIVE COLDLINE NEARLINE STANDARD)',
  '{acknowledgements:28 acl:184 api_key:1 batch:107 bucket:1! cache_control:1 compression:108 content_encoding:1 content_type:1 '
    + 'credentials_path:1 dangerously_allow_unconfined_template_resolution:0 encoding:121! endpoint:1 filename_append_uuid:0 '
    + 'filename_extension:1 filename_time_format:1 framing:137 key_prefix:1 metadata:13 request:138 storage_class:185 timezone:1 tls:127}',
  '{*:1! type:1!}',
  '{acknowledgements:28 api_key:1 batch:107 billing_account_id:1! credentials_path:1 dangerously_allow_unconfined_template_resolution:0 '
    + 'encoding:151 folder_id:1! labels:13 labels_key:1 log_id:1! organization_id:1! project_id:1! request:138 resource:187! '
    + 'retry_strategy:141 severity_key:1 tls:127}',
  '{acknowledgements:28 api_key:1! batch:107 compression:108 dataset:1! encoding:151 endpoint:1 request:138 retry_strategy:141}',
  'string(delete get head options patch post put trace)',
  '{acknowledgements:28 auth:156 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 encoding:121! framing:137 '
    + 'method:190 payload_prefix:1 payload_suffix:1 request:125 retry_strategy:141 tls:127 uri:1!}',
  '{acknowledgements:28 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 encoding:121! endpoint:1 event_type:1 '
    + 'host_key:1 index:1 indexed_fields:2 request:138 source:1 timestamp_key:1 timestamp_nanos_key:1 tls:127 token:1!}',
  '{enabled:0 mechanism:1 password:1 username:1}',
  '{acknowledgements:28 batch:107 bootstrap_servers:1! compression:131 dangerously_allow_unconfined_template_resolution:0 encoding:121! '
    + 'headers_key:1 healthcheck_topic:1 key_field:1 librdkafka_options:13 message_timeout_ms:15 rate_limit_duration_secs:15 '
    + 'rate_limit_num:15 sasl:193 socket_timeout_ms:15 tls:165 topic:1!}',
  'string(accept drop rewrite_timestamp)',
  '{acknowledgements:28 auth:156 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 encoding:121! endpoint:1! '
    + 'labels:13 out_of_order_action:195 path:1 remove_label_fields:0 remove_structured_metadata_fields:0 remove_timestamp:0 request:138 '
    + 'structured_metadata:13 tenant_id:1 tls:127}',
  '{path:1!}',
  '{nkey:1! seed:1!}',
  'string(credentials_file nkey token user_password)',
  '{value:1!}',
  '{password:1! user:1!}',
  '{credentials_file:197!?strategy=credentials_file nkey:198!?strategy=nkey strategy:199! token:200!?strategy=token '
    + 'user_password:201!?strategy=user_password}',
  '{message_id:1}',
  '{enabled:0 headers:203}',
  '{acknowledgements:28 auth:202 connection_name:1 dangerously_allow_unconfined_template_resolution:0 encoding:121! jetstream:204 '
    + 'request:138 subject:1! tls:165 url:1!}',
  'string(events logs metrics)',
  'string(eu us)',
  '{account_id:1! acknowledgements:28 api:206! batch:107 compression:108 encoding:151 license_key:1! region:207 request:138}',
  'string(http)',
  '{acknowledgements:28 auth:156 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 encoding:121! framing:137 '
    + 'method:190 payload_prefix:1 payload_suffix:1 request:125 retry_strategy:141 tls:127 type:209! uri:1!}',
  '{protocol:210!}',
  '{time_secs:15}',
  '{acknowledgements:28 encoding:121! endpoint:1! keepalive:212 process:1 send_buffer_bytes:15 tls:165}',
  '[18]',
  '{acknowledgements:28 address:1 auth:156 buckets:214 default_namespace:1 distributions_as_summaries:0 flush_period_secs:15 quantiles:214 '
    + 'suppress_timestamp:0 tls:165}',
  'string(aws basic bearer)',
  '{access_key_id:1!?strategy=aws assume_role:1!?strategy=aws credentials_file:1!?strategy=aws external_id:1?strategy=aws '
    + 'imds:105?strategy=aws load_timeout_secs:15?strategy=aws password:1!?strategy=basic profile:1?strategy=aws region:1?strategy=aws '
    + 'secret_access_key:1!?strategy=aws session_name:1?strategy=aws session_token:1?strategy=aws strategy:216! token:1!?strategy=bearer '
    + 'user:1!?strategy=basic}',
  '{aggregate:0 max_bytes:15 max_events:15 timeout_secs:18}',
  '{acknowledgements:28 auth:217 aws:170 batch:218 buckets:214 compression:108 dangerously_allow_unconfined_template_resolution:0 '
    + 'default_namespace:1 endpoint:1! expire_metrics_secs:18 quantiles:214 request:125 retry_strategy:141 tenant_id:1 tls:127}',
  'string(channel list sortedset)',
  'string(lpush rpush)',
  '{method:221!}',
  'int',
  'string(RESP2 RESP3)',
  '{db:223! password:1 protocol:224! username:1}',
  'string(insecure none secure)',
  '{connections:225 tls:226}',
  'string(zadd)',
  'string|uint',
  '{method:228 score:229}',
  '{acknowledgements:28 batch:107 dangerously_allow_unconfined_template_resolution:0 data_type:220 encoding:121! endpoint:1! key:1! '
    + 'list_option:222 request:138 sentinel_connect:227 sentinel_service:1 sorted_set_option:230}',
  'string(tcp udp unix_datagram unix_stream)',
  '{acknowledgements:28 address:1!?mode=tcp|mode=udp encoding:121! framing:137?mode=tcp|mode=unix_stream|mode=unix_datagram '
    + 'keepalive:212?mode=tcp mode:232! path:1!?mode=unix_stream|mode=unix_datagram send_buffer_bytes:15?mode=tcp|mode=udp '
    + 'tls:165?mode=tcp}',
  '{enabled:0 indexer_acknowledgements_enabled:0 max_pending_acks:15 query_interval:15 retry_limit:15}',
  'string(event raw)',
  '{acknowledgements:234 auto_extract_timestamp:0 batch:107 compression:108 dangerously_allow_unconfined_template_resolution:0 '
    + 'default_token:1! encoding:121! endpoint:1! endpoint_target:235 host_key:1 index:1 indexed_fields:2 request:138 source:1 '
    + 'sourcetype:1 timestamp_key:1 tls:127}',
  '{interval_secs:15 timeout_secs:15}',
  'string(failover failover_primary load_balance)',
  '{endpoints:2 health:174 strategy:238}',
  '{acknowledgements:28 address:1 batch:107 compression:181 keepalive:237 request:138 routing:239 tls:165}',
  '{address:1 enabled:0}',
  'string(csv)',
  '{delimiter:1 include_headers:0 type:242!}',
  '{encoding:243! path:1!}',
  '{*:13!}',
  '{edge_attributes:245 node_attributes:13}',
  '{include_key_tag:0}',
  'string(clear-state preserve-state)',
  '{export_batch_size:15 export_expired_items:0 export_interval:15 remove_after_export:0 source_key:1!}',
  'string(file geoip memory mmdb)',
  '{file:244!?type=file flush_interval:15?type=memory graph:246 inputs:2 internal_metrics:247?type=memory locale:1?type=geoip '
    + 'max_byte_size:15?type=memory path:1!?type=geoip|type=mmdb reload_behavior:248?type=memory scan_interval:15?type=memory '
    + 'schema:13?type=file source_config:249?type=memory ttl:15?type=memory ttl_field:1?type=memory type:250!}',
  '{*:251!}',
  'string(exact regex)',
  '{key:1! type:253! value:1!?type=exact value_pattern:1!?type=regex}',
  '[254]',
  'string(all any)',
  '{matchers:255! type:256!}',
  '{pattern:1!?type=regex type:253! value:1!?type=exact}',
  '{expire_secs:18! labels:257 name:258}',
  '[259]',
  '{enabled:0 require_healthy:0}',
  '{host_key:1 message_key:1 metadata_key:1 source_type_key:1 timestamp_key:1}',
  '{enabled:0 log_namespace:0 validation:0}',
  '*',
  'string(v1 v1_1)',
  '{backend_config:264?version=v1_1 backend_type:1!?version=v1_1 version:265}',
  'string(aws_secrets_manager directory exec file)',
  '{auth:106?type=aws_secrets_manager command:2!?type=exec endpoint:1?type=aws_secrets_manager path:1!?type=file|type=directory '
    + 'protocol:266?type=exec region:1?type=aws_secrets_manager remove_trailing_whitespace:0?type=directory '
    + 'secret_id:1!?type=aws_secrets_manager timeout:15?type=exec tls:127?type=aws_secrets_manager type:267!}',
  '{*:268!}',
  'string(disk memory)',
  'string(block drop_newest)',
  '{max_events:15?type=memory max_size:15! type:270 when_full:271}',
  '{enabled:0 timeout:18 uri:1}',
  '{buffer:272 graph:246 healthcheck:273 inputs:2! proxy:56}',
  '{*:274!}',
  '{graph:246 proxy:56}',
  '{*:276!}',
  '{emit_service:0 emit_source:0}',
  '{tags:278}',
  '{graph:246 inputs:2! measure_cpu_usage:0}',
  '{*:280!}',
  '{acknowledgements:28 api:241 buffer_utilization_ewma_half_life_seconds:18 data_dir:1 enrichment_tables:252 '
    + 'expire_metrics_per_metric_set:260 expire_metrics_secs:18 healthchecks:261 latency_ewma_alpha:18 log_schema:262 '
    + 'metrics_storage_refresh_period:18 proxy:56 schema:263 secret:269 sinks:275 sources:277 telemetry:279 timezone:1 transforms:281 '
    + 'wildcard_matching:5}',
];

/**
 * The keys of cilium-config by what they take: the flags of cilium-agent and cilium-operator-generic, and what the charts write for the
 * steps before the agent. A key of
 * some minors alone has their range behind it (`nameIn`). Agent and operator ignore keys that they do not know. `npm run network:cilium`
 * compares it with the programs.
 */
export const CILIUM_KEYS: { readonly [type: string]: string } = {
  bool: `
    agent-health-require-k8s-connectivity alibaba-cloud-release-excess-ips@1.20.. allow-icmp-frag-needed allow-unsafe-policy-skb-usage
    annotate-k8s-node auto-create-cilium-node-resource auto-direct-node-routes aws-enable-prefix-delegation aws-pagination-enabled@..1.19
    aws-release-excess-ips aws-use-primary-address azure-use-primary-address bpf-conntrack-accounting bpf-distributed-lru
    bpf-events-drop-enabled bpf-events-policy-verdict-enabled bpf-events-trace-enabled bpf-lb-algorithm-annotation
    bpf-lb-enable-wildcard-entries@1.20.. bpf-lb-external-clusterip bpf-lb-ipip-sock-mark bpf-lb-mode-annotation bpf-lb-nat46x64
    bpf-lb-sock bpf-lb-sock-hostns-only bpf-lb-sock-terminate-pod-connections bpf-lb-source-range-all-types
    bypass-ip-availability-upon-restore clustermesh-enable-endpoint-sync clustermesh-enable-mcs-api cni-exclusive cni-external-routing
    debug direct-routing-skip-unreachable disable-endpoint-crd disable-envoy-version-check disable-external-ip-mitigation
    dns-policy-unload-on-shutdown dnsproxy-enable-transparent-mode dnsproxy-insecure-skip-transparent-mode-check
    enable-active-connection-tracking enable-auto-protect-node-port-range enable-bandwidth-manager enable-bbr enable-bbr-hostns-only
    enable-bgp-control-plane enable-bgp-control-plane-status-report enable-bgp-legacy-origin-attribute enable-bpf-clock-probe
    enable-bpf-masquerade enable-bpf-tproxy enable-cilium-clusterwide-network-policy enable-cilium-endpoint-slice
    enable-cilium-network-policy enable-ciliumnode-crd enable-cluster-pool-to-multi-pool-migration@1.20.. enable-drift-checker
    enable-dynamic-config enable-dynamic-lifecycle-manager enable-egress-gateway enable-encryption-strict-mode@..1.19
    enable-encryption-strict-mode-egress enable-encryption-strict-mode-ingress enable-endpoint-health-checking
    enable-endpoint-lockdown-on-policy-overflow enable-endpoint-routes enable-envoy-config enable-extended-ip-protocols enable-gateway-api
    enable-gateway-api-alpn enable-gateway-api-app-protocol enable-gateway-api-proxy-protocol enable-gateway-api-secrets-sync enable-gops
    enable-health-check-loadbalancer-ip enable-health-check-nodeport enable-health-checking enable-host-firewall
    enable-host-legacy-routing enable-hubble enable-hubble-open-metrics enable-icmp-rules enable-identity-mark enable-ingress-controller
    enable-ingress-proxy-protocol enable-ingress-secrets-sync enable-ip-masq-agent enable-ipip-termination enable-ipsec
    enable-ipsec-key-watcher enable-ipsec-xfrm-state-caching enable-ipv4 enable-ipv4-big-tcp enable-ipv4-fragment-tracking
    enable-ipv4-masquerade enable-ipv6 enable-ipv6-big-tcp enable-ipv6-fragment-tracking enable-ipv6-masquerade enable-ipv6-ndp enable-k8s
    enable-k8s-api-discovery enable-k8s-cluster-network-policy@1.20.. enable-k8s-host-firewall-bypass enable-k8s-networkpolicy
    enable-l2-announcements enable-l2-neigh-discovery enable-l2-pod-announcements enable-l7-proxy enable-lb-ipam enable-local-node-route
    enable-local-redirect-policy enable-masquerade-to-route-source enable-metrics enable-mke enable-monitor enable-nat46x64-gateway
    enable-no-service-endpoints-routable enable-node-ipam enable-node-selector-labels enable-non-default-deny-policies
    enable-pmtu-discovery enable-policy-secrets-sync enable-remote-node-masquerade enable-route-mtu-for-cni-chaining enable-sctp
    enable-service-topology enable-srv6 enable-stale-cilium-endpoint-cleanup enable-standalone-dns-proxy enable-tcx enable-tracing
    enable-unreachable-routes enable-vtep enable-well-known-identities enable-wireguard enable-xdp-prefilter enable-xt-socket-fallback
    enable-ztunnel encrypt-node encryption-strict-egress-allow-remote-node-identities
    encryption-strict-mode-allow-remote-node-identities@..1.19 enforce-ingress-https eni-delete-on-termination
    eni-disable-prefix-delegation eni-use-primary-address envoy-keep-cap-netbindservice external-envoy-proxy
    fib-table-id-annotation@1.20.. force-device-detection gateway-api-hostnetwork-enabled gateway-api-use-remote-address@1.20..
    http-normalize-path hubble-disable-tls hubble-drop-events hubble-drop-events-extended hubble-export-file-compress
    hubble-metrics-server-enable-tls hubble-network-policy-correlation-enabled hubble-prefer-ipv6 hubble-redact-enabled
    hubble-redact-http-urlquery hubble-redact-http-userinfo hubble-redact-kafka-apikey@..1.19 hubble-skip-unknown-cgroup-ids
    ingress-hostnetwork-enabled ingress-use-remote-address@1.20.. install-iptables-rules install-no-conntrack-iptables-rules
    install-uplink-routes-for-delegated-ipam iptables-random-fully k8s-require-ipv4-pod-cidr k8s-require-ipv6-pod-cidr keep-config
    kube-proxy-replacement lb-sock-terminate-all-protos log-system-load mesh-auth-enabled mesh-auth-mutual-enabled multicast-enabled
    node-port-bind-protection only-masquerade-default-pool operator-pprof operator-prometheus-enable-tls policy-accounting
    policy-audit-mode policy-default-local-cluster policy-secrets-only-from-secrets-namespace pprof preallocate-bpf-maps
    prepend-iptables-chains proxy-use-original-source-address register-dummy-external-group@1.20.. remove-cilium-node-taints restore
    set-cilium-is-up-condition set-cilium-node-taints skip-crd-creation synchronize-k8s-nodes synchronize-k8s-services
    tofqdns-enable-dns-compression tofqdns-preallocate-identities trace-sock use-cilium-internal-ip-for-ipsec use-full-tls-context
    validate-network-policy wireguard-track-all-ips-fallback
  `,
  int: `
    agent-health-port aws-max-results-per-call bpf-auth-map-max bpf-ct-global-any-max bpf-ct-global-tcp-max bpf-events-default-burst-limit
    bpf-events-default-rate-limit bpf-filter-priority bpf-fragments-map-max bpf-lb-affinity-map-max bpf-lb-maglev-map-max bpf-lb-map-max
    bpf-lb-rev-nat-map-max bpf-lb-service-backend-map-max bpf-lb-service-map-max bpf-lb-source-range-map-max bpf-nat-global-max
    bpf-neigh-global-max bpf-policy-map-max bpf-policy-stats-map-max bpf-sock-rev-map-max ces-max-ciliumendpoints-per-ces
    cluster-health-port cluster-pool-ipv4-mask-size cluster-pool-ipv6-mask-size clustermesh-concurrent-service-endpoint-syncs
    clustermesh-endpoints-per-slice dns-max-ips-per-restored-rule dnsproxy-concurrency-limit dnsproxy-lock-count
    dnsproxy-socket-linger-timeout egress-gateway-policy-map-max endpoint-queue-size eni-first-interface-index
    envoy-http-upstream-linger-timeout excess-ip-release-delay health-check-icmp-failure-threshold hubble-drop-events-rate-limit
    hubble-event-buffer-capacity hubble-event-queue-size hubble-export-file-max-backups hubble-export-file-max-size-mb
    identity-gc-rate-limit ipam-max-allocate ipam-min-allocate ipam-pre-allocate k8s-client-burst limit-ipam-api-burst
    mesh-auth-mutual-listener-port mesh-auth-queue-size mesh-auth-rotated-identities-queue-size monitor-queue-size mtu
    multi-pool-migration-workers@1.20.. nat-map-stats-entries operator-k8s-client-burst operator-pprof-block-profile-rate
    operator-pprof-mutex-profile-fraction parallel-alloc-workers pprof-block-profile-rate pprof-mutex-profile-fraction proxy-admin-port
    proxy-idle-timeout-seconds proxy-max-active-downstream-connections proxy-max-connection-duration-seconds
    proxy-max-requests-per-connection proxy-prometheus-port proxy-stream-idle-timeout-seconds@1.20.. route-metric
    standalone-dns-proxy-server-port taint-sync-workers tofqdns-endpoint-max-ip-per-hostname tofqdns-max-deferred-connection-deletes
    tofqdns-min-ttl tofqdns-proxy-port trace-payloadlen trace-payloadlen-overlay ztunnel-endpoint-event-channel-buffer-size@1.20..
  `,
  uint: `
    bpf-lb-maglev-table-size bpf-node-map-max cluster-id envoy-access-log-buffer-size envoy-base-id fqdn-regex-compile-lru-size
    gateway-api-xff-num-trusted-hops gops-port http-idle-timeout http-max-grpc-timeout http-request-timeout http-retry-count
    http-retry-timeout http-stream-idle-timeout ingress-default-xff-num-trusted-hops ingress-hostnetwork-http-listener-port@1.20..
    ingress-hostnetwork-https-listener-port@1.20.. ingress-hostnetwork-shared-listener-port
    ingress-hostnetwork-tls-passthrough-listener-port@1.20.. ip-tracing-option-type kvstore-max-consecutive-quorum-errors
    max-connected-clusters max-controller-interval operator-pprof-port policy-queue-size pprof-port proxy-cluster-max-connections
    proxy-cluster-max-requests proxy-connect-timeout proxy-gid proxy-initial-fetch-timeout proxy-max-concurrent-retries
    proxy-portrange-max proxy-portrange-min proxy-xff-num-trusted-hops-egress proxy-xff-num-trusted-hops-ingress
    restored-proxy-ports-age-limit tunnel-port
  `,
  float: `
    bpf-map-dynamic-size-ratio bpf-policy-map-pressure-metrics-threshold connectivity-probe-frequency-ratio k8s-client-qps
    limit-ipam-api-qps operator-k8s-client-qps
  `,
  duration: `
    agent-liveness-update-interval allocator-list-timeout bpf-ct-timeout-regular-any bpf-ct-timeout-regular-tcp
    bpf-ct-timeout-regular-tcp-fin bpf-ct-timeout-regular-tcp-syn bpf-ct-timeout-service-any bpf-ct-timeout-service-tcp
    bpf-ct-timeout-service-tcp-grace bpf-policy-map-full-reconciliation-interval cilium-endpoint-gc-interval clustermesh-cache-ttl
    clustermesh-endpoint-updates-batch-period clustermesh-sync-timeout conntrack-gc-interval conntrack-gc-max-interval crd-wait-timeout
    dnsproxy-concurrency-processing-grace-period dnsproxy-lock-timeout double-write-metric-reporter-interval
    egress-gateway-reconciliation-trigger-interval endpoint-bpf-prog-watchdog-interval endpoint-gc-interval
    endpoint-policy-update-timeout endpoint-regen-interval eni-gc-interval envoy-config-retry-interval envoy-config-timeout
    envoy-policy-restore-timeout hive-log-threshold hive-start-timeout hive-stop-timeout hubble-drop-events-interval
    hubble-export-aggregation-interval hubble-lost-event-send-interval identity-allocation-sync-interval identity-allocation-timeout
    identity-change-grace-period identity-gc-interval identity-gc-rate-interval identity-heartbeat-timeout identity-max-jitter
    identity-restore-grace-period ingress-default-request-timeout ipam-cilium-node-update-rate ipsec-key-rotation-duration
    iptables-lock-timeout k8s-client-connection-keep-alive k8s-client-connection-timeout k8s-heartbeat-timeout k8s-sync-timeout
    kvstore-lease-ttl l2-announcements-lease-duration l2-announcements-renew-deadline l2-announcements-retry-period lb-init-wait-timeout
    lb-pressure-metrics-interval lb-retry-backoff-max lb-retry-backoff-min lb-state-file-interval leader-election-lease-duration
    leader-election-renew-deadline leader-election-resource-lock-timeout@1.20.. leader-election-retry-period max-internal-timer-delay
    mesh-auth-gc-interval mesh-auth-mutual-connect-timeout mesh-auth-signal-backoff-duration mesh-auth-spire-server-connection-timeout
    metrics-sampling-interval monitor-aggregation-interval nat-map-stats-interval nodes-gc-interval
    policy-external-group-sync-interval@1.20.. policy-trigger-interval status-collector-failure-threshold status-collector-interval
    status-collector-probe-check-timeout status-collector-warning-threshold tofqdns-idle-connection-grace-period
    tofqdns-proxy-response-max-delay unmanaged-pod-watcher-interval vtep-sync-interval wireguard-persistent-keepalive
  `,
  string: `
    agent-labels agent-not-ready-taint-key alibaba-cloud-vpc-id alibabacloud-security-group-tags alibabacloud-security-groups
    alibabacloud-vswitch-tags alibabacloud-vswitches allow-localhost api-rate-limit auto-create-cilium-pod-ip-pools azure-interface-name
    azure-resource-group azure-subscription-id azure-user-assigned-identity-id bgp-router-id-allocation-ip-pool
    bgp-router-id-allocation-mode bgp-secrets-namespace boot-id-file bpf-lb-acceleration bpf-lb-algorithm bpf-lb-dsr-dispatch
    bpf-lb-maglev-hash-seed bpf-lb-mode bpf-lb-rss-ipv4-src-cidr bpf-lb-rss-ipv6-src-cidr bpf-map-event-buffers bpf-root
    certificates-directory ces-controller-mode@1.20.. ces-rate-limits ces-slice-mode@..1.19 cgroup-root cilium-pod-labels
    cilium-pod-namespace clean-cilium-bpf-state clean-cilium-state cluster-name cluster-pool-ipv4-cidr cluster-pool-ipv6-cidr
    clustermesh-config clustermesh-default-global-namespace@1.20.. clustermesh-mcs-api-install-crds clustermesh-service-v2@1.20..
    cni-chaining-mode cni-chaining-target cni-log-file cni-uninstall config-sources config-sources-overrides
    container-ip-local-reserved-ports controller-group-metrics custom-cni-conf datapath-mode datapath-plugins-state-dir@1.20..
    debug-verbose default-lb-service-ipam derive-masq-ip-addr-from-device devices direct-routing-device disable-iptables-feeder-rules
    dynamic-lifecycle-config ec2-api-endpoint egress-masquerade-interfaces enable-cilium-api-server-access
    enable-cilium-health-api-server-access enable-cilium-operator-server-access enable-datapath-plugins@1.20..
    enable-dynamic-source-lookup-nodeport@1.20.. enable-ipsec-encrypted-overlay@..1.19 enable-policy enable-source-ip-verification
    encrypt-interface@..1.19 encryption-strict-egress-cidr encryption-strict-mode-cidr@..1.19 eni-exclude-interface-tags eni-gc-tags
    eni-security-group-tags eni-security-groups eni-subnet-ids eni-subnet-tags eni-tags envoy-access-log-enabled@1.20..
    envoy-default-log-level envoy-log envoy-node-locality-enabled@1.20.. envoy-secrets-namespace envoy-xds-mode@1.20.. etcd-config
    exclude-local-address exclude-node-label-patterns fixed-identity-mapping gateway-api-hostnetwork-nodelabelselector
    gateway-api-secrets-namespace gateway-api-service-externaltrafficpolicy hubble-drop-events-reasons hubble-dynamic-metrics-config-path
    hubble-export-allowlist hubble-export-denylist hubble-export-fieldaggregate hubble-export-fieldmask hubble-export-file-path
    hubble-flowlogs-config-path hubble-listen-address hubble-metrics hubble-metrics-server hubble-metrics-server-tls-cert-file
    hubble-metrics-server-tls-client-ca-files hubble-metrics-server-tls-key-file hubble-monitor-events hubble-redact-http-headers-allow
    hubble-redact-http-headers-deny hubble-socket-path hubble-tls-cert-file hubble-tls-client-ca-files hubble-tls-key-file
    identity-allocation-mode identity-management-mode ignore-flags-drift-checker ingress-default-lb-mode ingress-default-secret-name
    ingress-default-secret-namespace ingress-hostnetwork-nodelabelselector ingress-lb-annotation-prefixes ingress-secrets-namespace
    ingress-shared-lb-service-name instance-tags-filter ip-masq-agent-config-path ipam ipam-default-ip-pool ipam-multi-pool-pre-allocation
    ipam-static-ip-tags ipsec-key-file ipv4-native-routing-cidr ipv4-node ipv4-pod-subnets ipv4-range ipv4-service-loopback-address
    ipv4-service-range ipv6-cluster-alloc-cidr ipv6-mcast-device ipv6-native-routing-cidr ipv6-node ipv6-pod-subnets ipv6-range
    ipv6-service-loopback-address ipv6-service-range k8s-api-server@..1.19 k8s-api-server-urls k8s-kubeconfig-path k8s-namespace
    k8s-service-proxy-name kube-proxy-replacement-healthz-bind-address kvstore kvstore-opt l2-pod-announcements-interface-pattern
    label-prefix-file labels lb-reflector-wait-time@1.20.. lb-state-file lib-dir loadbalancer-l7 loadbalancer-l7-algorithm
    loadbalancer-l7-ports local-max-addr-scope local-router-ipv4 local-router-ipv6 log-driver log-opt lrp-address-matcher-cidrs
    mesh-auth-spiffe-trust-domain mesh-auth-spire-admin-socket mesh-auth-spire-agent-socket mesh-auth-spire-server-address metrics
    mke-cgroup-mount monitor-aggregation monitor-aggregation-flags node-encryption-opt-out-labels node-labels node-port-acceleration
    node-port-algorithm@..1.19 node-port-mode@..1.19 node-port-range nodeport-addresses operator-api-serve-addr operator-pprof-address
    operator-prometheus-serve-addr operator-prometheus-tls-cert-file operator-prometheus-tls-client-ca-files
    operator-prometheus-tls-key-file packetization-layer-pmtud-mode pod-restart-selector policy-cidr-match-mode policy-deny-response
    policy-secrets-namespace pprof-address prefer-ipv6@1.20.. procfs prometheus-serve-addr proxy-cluster-max-pending-requests@1.20..
    read-cni-conf routing-mode service-no-backend-response shell-sock-path socket-path srv6-encap-mode state-dir static-cnp-path
    status-collector-stackdump-path subnet-ids-filter subnet-tags-filter subnet-topology@1.20.. tofqdns-dns-reject-response-code
    tofqdns-pre-cache tunnel-protocol tunnel-source-port-range underlay-protocol vlan-bpf-bypass vtep-cidr vtep-endpoint vtep-mac
    vtep-mask write-cni-conf-when-ready ztunnel-ca-type@1.20..
  `,
};

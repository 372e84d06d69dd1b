import { CiliumMinor, namesIn } from '../../../src/network/cilium/cilium-minors';

/**
 * Keys that cilium-agent does not know, with the range of minors that have them (`nameIn`): the flags of cilium-operator, read in its
 * sources 1.19.4 and 1.20.0, because
 * a module that it needs cannot be had at the version that 1.20.0 asks for.
 */
const OPERATOR = `
  alibaba-cloud-release-excess-ips@1.20.. alibaba-cloud-vpc-id auto-create-cilium-pod-ip-pools aws-enable-prefix-delegation
  aws-max-results-per-call aws-pagination-enabled@..1.19 aws-release-excess-ips aws-use-primary-address azure-resource-group
  azure-subscription-id azure-use-primary-address azure-user-assigned-identity-id ces-controller-mode@1.20..
  ces-max-ciliumendpoints-per-ces ces-rate-limits ces-slice-mode@..1.19 cilium-endpoint-gc-interval cilium-pod-labels
  cilium-pod-namespace cluster-pool-ipv4-cidr cluster-pool-ipv4-mask-size cluster-pool-ipv6-cidr cluster-pool-ipv6-mask-size
  clustermesh-concurrent-service-endpoint-syncs clustermesh-enable-endpoint-sync clustermesh-enable-mcs-api
  clustermesh-endpoint-updates-batch-period clustermesh-endpoints-per-slice double-write-metric-reporter-interval ec2-api-endpoint
  enable-cilium-operator-server-access enable-cluster-pool-to-multi-pool-migration@1.20.. enable-gateway-api-alpn
  enable-gateway-api-app-protocol enable-gateway-api-proxy-protocol enable-gateway-api-secrets-sync enable-ingress-proxy-protocol
  enable-ingress-secrets-sync enable-k8s-cluster-network-policy@1.20.. enable-metrics enforce-ingress-https eni-gc-interval eni-gc-tags
  eni-tags excess-ip-release-delay gateway-api-hostnetwork-enabled gateway-api-hostnetwork-nodelabelselector
  gateway-api-service-externaltrafficpolicy gateway-api-use-remote-address@1.20.. gateway-api-xff-num-trusted-hops identity-gc-interval
  identity-gc-rate-interval identity-gc-rate-limit identity-heartbeat-timeout ingress-default-lb-mode ingress-default-request-timeout
  ingress-default-secret-name ingress-default-secret-namespace ingress-default-xff-num-trusted-hops ingress-hostnetwork-enabled
  ingress-hostnetwork-http-listener-port@1.20.. ingress-hostnetwork-https-listener-port@1.20.. ingress-hostnetwork-nodelabelselector
  ingress-hostnetwork-shared-listener-port ingress-hostnetwork-tls-passthrough-listener-port@1.20.. ingress-lb-annotation-prefixes
  ingress-shared-lb-service-name ingress-use-remote-address@1.20.. instance-tags-filter leader-election-lease-duration
  leader-election-renew-deadline leader-election-resource-lock-timeout@1.20.. leader-election-retry-period limit-ipam-api-burst
  limit-ipam-api-qps loadbalancer-l7 loadbalancer-l7-algorithm loadbalancer-l7-ports mesh-auth-mutual-enabled
  mesh-auth-spire-agent-socket mesh-auth-spire-server-address mesh-auth-spire-server-connection-timeout
  multi-pool-migration-workers@1.20.. nodes-gc-interval operator-api-serve-addr operator-k8s-client-burst operator-k8s-client-qps
  operator-pprof operator-pprof-address operator-pprof-block-profile-rate operator-pprof-mutex-profile-fraction operator-pprof-port
  operator-prometheus-enable-tls operator-prometheus-serve-addr operator-prometheus-tls-cert-file
  operator-prometheus-tls-client-ca-files operator-prometheus-tls-key-file parallel-alloc-workers pod-restart-selector
  policy-external-group-sync-interval@1.20.. proxy-stream-idle-timeout-seconds@1.20.. register-dummy-external-group@1.20..
  remove-cilium-node-taints set-cilium-is-up-condition set-cilium-node-taints skip-crd-creation subnet-ids-filter subnet-tags-filter
  synchronize-k8s-nodes synchronize-k8s-services taint-sync-workers unmanaged-pod-watcher-interval validate-network-policy
  ztunnel-ca-type@1.20..
`;

/** Keys that the charts write for steps of the pod, or for the operators of clouds. */
const OTHERS = `
  bgp-secrets-namespace clean-cilium-bpf-state clean-cilium-state clustermesh-default-global-namespace@1.20..
  clustermesh-mcs-api-install-crds cni-uninstall custom-cni-conf datapath-plugins-state-dir@1.20.. enable-datapath-plugins@1.20..
  enable-dynamic-source-lookup-nodeport@1.20.. enable-ipsec-encrypted-overlay@..1.19 enable-source-ip-verification
  envoy-access-log-enabled@1.20.. envoy-node-locality-enabled@1.20.. envoy-xds-mode@1.20.. etcd-config lb-reflector-wait-time@1.20..
  prefer-ipv6@1.20.. proxy-cluster-max-pending-requests@1.20..
`;

/** Of a minor. */
export function operatorKeys(minor: CiliumMinor): string[] {
  return namesIn(`${OPERATOR} ${OTHERS}`.trim().split(/\s+/), minor);
}

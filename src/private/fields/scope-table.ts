// Made by scripts/fields/make-field-table.ts from the OpenAPI v2 files of Kubernetes 1.28.15 to 1.36.3. Do not edit.

/** Every kind, and whether its objects have a namespace; parse-table.ts explains the grammar. */
export const SCOPE_TABLE = `
core Binding ComponentStatus* ConfigMap Endpoints Event LimitRange Namespace* Node* PersistentVolume* PersistentVolumeClaim Pod PodTemplate
 ReplicationController ResourceQuota Secret Service ServiceAccount
admissionregistration.k8s.io MutatingAdmissionPolicy* MutatingAdmissionPolicyBinding* MutatingWebhookConfiguration*
 ValidatingAdmissionPolicy* ValidatingAdmissionPolicyBinding* ValidatingWebhookConfiguration*
apiextensions.k8s.io CustomResourceDefinition*
apiregistration.k8s.io APIService*
apps ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
authentication.k8s.io SelfSubjectReview* TokenReview*
authorization.k8s.io LocalSubjectAccessReview SelfSubjectAccessReview* SelfSubjectRulesReview* SubjectAccessReview*
autoscaling HorizontalPodAutoscaler
batch CronJob Job
certificates.k8s.io CertificateSigningRequest* ClusterTrustBundle* PodCertificateRequest
coordination.k8s.io Lease LeaseCandidate
discovery.k8s.io EndpointSlice
events.k8s.io Event
flowcontrol.apiserver.k8s.io FlowSchema* PriorityLevelConfiguration*
internal.apiserver.k8s.io StorageVersion*
networking.k8s.io ClusterCIDR* IPAddress* Ingress IngressClass* NetworkPolicy ServiceCIDR*
node.k8s.io RuntimeClass*
policy PodDisruptionBudget
rbac.authorization.k8s.io ClusterRole* ClusterRoleBinding* Role RoleBinding
resource.k8s.io DeviceClass* DeviceTaintRule* PodSchedulingContext ResourceClaim ResourceClaimParameters ResourceClaimTemplate
 ResourceClass* ResourceClassParameters ResourcePoolStatusRequest* ResourceSlice*
scheduling.k8s.io PodGroup PriorityClass* Workload
storage.k8s.io CSIDriver* CSINode* CSIStorageCapacity StorageClass* VolumeAttachment* VolumeAttributesClass*
storagemigration.k8s.io StorageVersionMigration*
`;

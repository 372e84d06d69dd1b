/** The oldest minor of Kubernetes that the library writes for and knows the rules of: Kubernetes 1.28. */
export const OLDEST_MINOR = 28;

/** One place where Kubernetes contradicts what the library promises. The Go judges write the same. */
export interface Finding {
  readonly judge: string;
  readonly input: string;
  readonly document: number;
  readonly object?: string;
  readonly field?: string;
  readonly message: string;
}

/** What one run of a judge found. */
export interface Report {
  readonly kubernetes: string;
  readonly figures: { readonly [figure: string]: number };
  readonly findings: readonly Finding[];
  readonly proofs: readonly string[];
}

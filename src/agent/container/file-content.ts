/**
 * The content of a file that is known only when everything was contributed.
 */
export interface IFileContent {
  /**
   * The text. Called at synth, perhaps several times: the same text each time.
   */
  text(): string;
}

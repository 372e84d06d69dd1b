import type * as Yaml from 'yaml';
import { MAX_DEPTH } from './document-item';

/** What a text means is ambiguous, at an offset of it. */
export class YamlMistake extends Error {
  public constructor(public readonly offset: number, message: string) {
    super(message);
  }
}

/** A document as a tree of nodes. */
export type DocumentTree = Yaml.ParsedNode | null;

/** A tree takes some 230 bytes for each of the words and signs of its text: this many take most of a gigabyte. */
const MAX_WORDS = 4_000_000;

/** Texts stay texts: what they mean is decided as kubectl does, and not as the package would. */
const OPTIONS = { schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/**
 * The documents of a text. Ends at the first mistake, and where the tree would grow too large: the package itself would go on and keep them
 * all.
 *
 * @throws YamlMistake
 */
export function* documentTrees(yaml: typeof Yaml, text: string, lines: Yaml.LineCounter): Generator<DocumentTree> {
  const composer = new yaml.Composer(OPTIONS);
  const mistakes = stopAtFirst(composer);
  try {
    for (const { contents, errors: [error] } of composer.compose(tokensOf(yaml, text, lines))) {
      if (error) {throw new YamlMistake(error.pos[0], sentence(error.code, error.message));}
      yield contents;
    }
  } catch (error) {
    throw mistakes[0] ?? ((error as Error).name === 'RangeError' ? new YamlMistake(0, tooDeep()) : error);
  }
}

function* tokensOf(yaml: typeof Yaml, text: string, lines: Yaml.LineCounter): Generator<Yaml.CST.Token> {
  const parser = new yaml.Parser(lines.addNewLine);
  lines.addNewLine(0);
  let words = 0;
  for (const word of lenientLexer(yaml).lex(text)) {
    words += 1;
    if (words > MAX_WORDS) {
      throw new YamlMistake(
        0, `it has more than ${MAX_WORDS} words and signs, which would take too much memory: give it as JSON, or split it`,
      );
    }
    yield* parser.next(word);
  }
  yield* parser.end();
}

/**
 * Lines of a text in quotes may be indented less than what is around them: kubectl reads them, and YAML itself does not. The way to read
 * such a text is private, and there is no option.
 */
function lenientLexer(yaml: typeof Yaml): Yaml.Lexer {
  const lexer = new yaml.Lexer();
  const inner = lexer as unknown as { indentNext: number; parseQuotedScalar(): Generator<string, unknown> };
  const parse = inner.parseQuotedScalar.bind(lexer);
  inner.parseQuotedScalar = function* () {
    const { indentNext } = inner;
    inner.indentNext = 0;
    const next = yield* parse();
    inner.indentNext = indentNext;
    return next;
  };
  return lexer;
}

type OnError = (source: number | readonly number[]
  | { readonly offset: number }, code: Yaml.ErrorCode, message: string, isWarning?: boolean) => void;

/** The handler is private, and there is no other way to stop: on its way out it is asked about the same mistake again. */
function stopAtFirst(composer: object): YamlMistake[] {
  const mistakes: YamlMistake[] = [];
  const onError: OnError = (source, code, message, isWarning) => {
    if (isWarning) {return;}
    const offset = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0];
    if (mistakes.length === 0) {mistakes.push(new YamlMistake(offset, sentence(code, message)));}
    throw mistakes[0];
  };
  Object.assign(composer, { onError });
  return mistakes;
}

/** What the package says, for those who did not write a parser of YAML. */
const SENTENCES: { readonly [code in Yaml.ErrorCode]?: string } = {
  BAD_INDENT: 'the indentation fits nothing above it',
  BLOCK_AS_IMPLICIT_KEY: 'a line has a second ": ": quote the text, or look at the indentation of the next line',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines: is a colon or a quote missing?',
  RESOURCE_EXHAUSTION: tooDeep(),
  TAB_AS_INDENT: 'a tab is in the indentation: use spaces',
};

function sentence(code: Yaml.ErrorCode, message: string): string {
  if (/^Missing closing ['"]quote/.test(message)) {return 'a text in quotes is never closed';}
  return SENTENCES[code] ?? message.replace(/\s+/g, ' ').replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase()).replace(/\.$/, '');
}

function tooDeep(): string {
  return `it is nested more than ${MAX_DEPTH} levels deep`;
}

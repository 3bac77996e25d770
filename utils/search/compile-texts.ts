import { type Entity, textOf } from '@/utils/model';
import { ByteWriter } from './bytes';
import { compareDocs, type DocRecord, recordOf, type SearchableBrief } from './doc-record';
import { eachWord } from './fold';
import { finish } from './finish';
import { BODY, type Field, ListWriter, SUMMARY, tallyOf, TITLE, writePositions } from './postings';
import type { TextIndex } from './text-index';

/** Positions left out between two stretches of text, so that no phrase runs from a title into a summary or over a paragraph's end. */
const GAP = 1;

/** What the index is made of: briefs with their bodies, and the entities they declare. */
export interface Texts {
  briefs: Iterable<SearchableBrief>;
  entities: Iterable<Entity>;
}

/**
 * Compiles briefs for searching. The same briefs give the same bytes in whatever order they come; of two with one id the
 * later counts. Linear in the text, some 40 MB/s; memory about eight times the text while it runs.
 */
export function compileTexts({ briefs, entities }: Texts): TextIndex {
  const byId = new Map<string, SearchableBrief>();
  for (const brief of briefs) byId.set(brief.id, brief);
  const sorted = [...byId.values()].sort(compareDocs);
  const tokens = new Tokens();
  const docs = sorted.map((brief, doc) => tokens.add(brief, doc));
  const words = [...tokens.words.keys()].sort();
  return finish({ docs, words, lists: tokens.lists(words), entities });
}

/** The words of all briefs in reading order, as numbers: word, doc, and place (position and field). */
class Tokens {
  /** Folded word to its number, in order of appearance. */
  readonly words = new Map<string, number>();
  #word = new Uint32Array(1 << 14);
  #doc = new Uint32Array(1 << 14);
  #place = new Uint32Array(1 << 14);
  #length = 0;
  /** Positions of one doc, to be copied into the lists. */
  readonly #written = new ByteWriter();

  add(brief: SearchableBrief, doc: number): DocRecord {
    let position = 0;
    const counts: [number, number, number] = [0, 0, 0];
    const read = (text: string, field: Field): void => {
      eachWord(text, (word) => {
        this.#push(this.#numberOf(word), doc, position++ * FIELDS + field);
        counts[field]++;
      });
      position += GAP;
    };
    read(brief.title, TITLE);
    read(brief.summary, SUMMARY);
    if (brief.situation) read(brief.situation.reason, SUMMARY);
    for (const block of brief.body) read(textOf(block), BODY);
    return recordOf(brief, counts);
  }

  lists(sorted: readonly string[]): ListWriter {
    const { starts, order } = this.#byWord(sorted);
    const lists = new ListWriter();
    for (let word = 0; word < sorted.length; word++) {
      this.#writeWord(lists, order.subarray(starts[word], starts[word + 1]));
    }
    return lists;
  }

  #numberOf(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    this.words.set(word, this.words.size);
    return this.words.size - 1;
  }

  #push(word: number, doc: number, place: number): void {
    if (this.#length === this.#word.length) {
      this.#word = doubled(this.#word);
      this.#doc = doubled(this.#doc);
      this.#place = doubled(this.#place);
    }
    this.#word[this.#length] = word;
    this.#doc[this.#length] = doc;
    this.#place[this.#length++] = place;
  }

  /** Tokens of each word in reading order: a counting sort, word after word of the sorted lexicon. */
  #byWord(sorted: readonly string[]): { starts: Uint32Array; order: Uint32Array } {
    const rank = new Uint32Array(sorted.length);
    sorted.forEach((word, place) => (rank[this.words.get(word)!] = place));
    const starts = new Uint32Array(sorted.length + 1);
    for (let i = 0; i < this.#length; i++) starts[rank[this.#word[i]!]! + 1]!++;
    for (let i = 0; i < sorted.length; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const order = new Uint32Array(this.#length);
    for (let i = 0; i < this.#length; i++) order[next[rank[this.#word[i]!]!]!++] = i;
    return { starts, order };
  }

  #writeWord(lists: ListWriter, tokens: Uint32Array): void {
    for (let i = 0; i < tokens.length;) {
      const doc = this.#doc[tokens[i]!]!;
      const counts: [number, number, number] = [0, 0, 0];
      const positions: number[] = [];
      for (; i < tokens.length && this.#doc[tokens[i]!] === doc; i++) {
        const place = this.#place[tokens[i]!]!;
        counts[(place % FIELDS) as Field]++;
        positions.push(Math.floor(place / FIELDS));
      }
      const tally = tallyOf(...counts);
      this.#written.clear();
      writePositions(this.#written, tally, positions);
      lists.add(doc, tally, { bytes: this.#written.bytes(), from: 0, to: this.#written.length });
    }
    lists.endWord();
  }
}

/** A place is a position times this, plus its field. */
const FIELDS = 4;

function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}

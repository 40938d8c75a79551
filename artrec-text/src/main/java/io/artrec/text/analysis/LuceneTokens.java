package io.artrec.text.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms of a Lucene analyzer. Tokenizers break what is longer than their buffer into pieces;
 * none of the pieces of an endless word is a term.
 */
final class LuceneTokens implements Tokenizing {
  private final Analyzer analyzer;

  LuceneTokens(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  @Override
  public int tokens(String text, Sink sink) {
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int skipped = 0;
      int endlessEnd = -1;
      while (stream.incrementToken()) {
        int start = offset.startOffset();
        int end = offset.endOffset();
        boolean endless =
            Math.max(end - start, term.length()) > TextAnalysis.MOST_TERM_CHARACTERS
                || start == endlessEnd;
        endlessEnd = endless ? end : -1;
        if (endless || term.length() == 0) {
          skipped += position.getPositionIncrement();
        } else {
          sink.accept(term, start, end, position.getPositionIncrement() + skipped);
          skipped = 0;
        }
      }
      stream.end();
      return position.getPositionIncrement() + skipped;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }
}

package io.artrec.llm.sentiment;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words as tokens of a network: token 0 is any unknown word, the others are one word each. */
final class KnownWords {
  /** The token of any word that is not known. */
  static final int UNKNOWN = 0;

  private final List<String> words;
  private final Object2IntOpenHashMap<String> tokens;

  /** Words that are there once each. */
  private KnownWords(List<String> words) {
    this.words = List.copyOf(words);
    tokens = new Object2IntOpenHashMap<>(words.size());
    tokens.defaultReturnValue(UNKNOWN);
    for (int w = 0; w < words.size(); w++) {
      tokens.put(words.get(w), w + 1);
    }
  }

  /** Whether a word that stands in so many texts is to be known. */
  @FunctionalInterface
  interface Choice {
    boolean keeps(String word, int texts);
  }

  /** The words of texts that are chosen, by falling frequency. */
  static KnownWords of(
      List<String> texts, TextAnalysis analysis, Choice choice, Cancellation cancellation) {
    Vocabulary vocabulary =
        TermCounter.of(analysis)
            .limits(new VocabularyLimits(1, 1, Integer.MAX_VALUE - 8))
            .progress(Progress.silent())
            .cancellation(cancellation)
            .learn(texts)
            .vocabulary();
    List<String> kept = new ArrayList<>();
    for (int t = 0; t < vocabulary.size(); t++) {
      if (choice.keeps(vocabulary.term(t), vocabulary.documentFrequency(t))) {
        kept.add(vocabulary.term(t));
      }
    }
    return new KnownWords(kept);
  }

  /** How many tokens there are. */
  int size() {
    return words.size() + 1;
  }

  /** The word of a token that is not {@link #UNKNOWN}. */
  String word(int token) {
    return words.get(token - 1);
  }

  /** The tokens of a text in their order; empty where no word is known. */
  Optional<int[]> tokens(String text, TextAnalysis analysis) {
    IntArrayList found = new IntArrayList();
    boolean[] known = new boolean[1];
    analysis.forEachTerm(
        text,
        term -> {
          int token = tokens.getInt(term);
          known[0] |= token != UNKNOWN;
          found.add(token);
        });
    return known[0] ? Optional.of(found.toIntArray()) : Optional.empty();
  }

  void save(StateWriter out) {
    out.putStrings("words", words);
  }

  static KnownWords load(StateReader in, Path file) {
    KnownWords known = new KnownWords(in.getStrings("words"));
    if (known.tokens.size() != known.words.size()) {
      throw new ModelFileException(file + " holds a word twice");
    }
    return known;
  }
}

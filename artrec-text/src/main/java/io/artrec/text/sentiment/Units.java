package io.artrec.text.sentiment;

import io.artrec.text.analysis.internal.EnglishLemmas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tokens joined to the longest known phrases, from left to right, each with its cue. */
final class Units {
  /**
   * A phrase, an unknown word, or a mark.
   *
   * @param words the phrase
   * @param type what its first token is
   * @param cue what it does; {@link Cue#NONE} for unknown words and marks
   * @param width how far it keeps its neighbours apart, in words
   * @param loud whether it is in capitals
   */
  record Unit(String words, Tokens.Type type, Cue cue, double width, boolean loud) {}

  private static final Pattern LENGTHENED = Pattern.compile("(\\p{L})\\1{2,}");
  private static final double HAN_WIDTH = 0.5;

  private final Wordlist list;
  private final List<Tokens.Token> tokens;
  private final List<Unit> units = new ArrayList<>();
  private int at;

  private Units(Wordlist list, List<Tokens.Token> tokens) {
    this.list = list;
    this.tokens = tokens;
  }

  static List<Unit> of(String text, Wordlist list) {
    Units reader = new Units(list, Tokens.of(text, list));
    while (reader.at < reader.tokens.size()) {
      reader.next();
    }
    return reader.units;
  }

  private void next() {
    Tokens.Token token = tokens.get(at);
    switch (token.type()) {
      case BREAK, END -> add(token.text(), Cue.NONE, 0, 1);
      case SIGN -> add(token.text(), orNone(list.get(token.text())), 1, 1);
      case HAN -> phrase(token, "", HAN_WIDTH);
      case WORD -> phrase(token, " ", 1);
    }
  }

  private void phrase(Tokens.Token first, String space, double width) {
    int most = Math.min(list.mostParts(first.text()), tokens.size() - at);
    StringBuilder words = new StringBuilder(first.text());
    Cue found = list.get(first.text());
    String phrase = first.text();
    int count = 1;
    for (int n = 1; n < most && tokens.get(at + n).type() == first.type(); n++) {
      words.append(space).append(tokens.get(at + n).text());
      Cue longer = list.get(words.toString());
      if (longer != null) {
        found = longer;
        phrase = words.toString();
        count = n + 1;
      }
    }
    if (found == null && first.type() == Tokens.Type.WORD) {
      found = inflected(first.text());
    }
    add(phrase, orNone(found), width * (found == null ? 1 : Math.min(count, 2)), count);
  }

  private @Nullable Cue inflected(String word) {
    String plain = word;
    if (LENGTHENED.matcher(word).find()) {
      String twice = LENGTHENED.matcher(word).replaceAll("$1$1");
      plain = list.get(twice) != null ? twice : LENGTHENED.matcher(word).replaceAll("$1");
      if (list.get(plain) != null) {
        return list.get(plain);
      }
    }
    Optional<String> lemma = EnglishLemmas.of(plain, candidate -> hasOpinion(list.get(candidate)));
    if (lemma.isPresent()) {
      Cue cue = list.get(lemma.get());
      return cue == null ? null : Cue.NONE.withValue(cue.value());
    }
    return plain.endsWith("n't") ? list.get("not") : null;
  }

  private static boolean hasOpinion(@Nullable Cue cue) {
    return cue != null && cue.value() != 0;
  }

  private static Cue orNone(@Nullable Cue cue) {
    return cue == null ? Cue.NONE : cue;
  }

  private void add(String words, Cue cue, double width, int count) {
    Tokens.Token token = tokens.get(at);
    units.add(new Unit(words, token.type(), cue, width, token.loud()));
    at += count;
  }
}

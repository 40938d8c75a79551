package io.artrec.text.fact;

import io.artrec.text.analysis.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A text of a model, checked against what is known: the sentences of which every claim is known,
 * and what the others claimed. Immutable.
 *
 * @param text what is left, sentences with a space between them but after Chinese ones; perhaps
 *     empty
 * @param dropped the sentences left out, in their order
 * @param unsupported what they claimed, in its order
 */
public record FactCheck(String text, List<String> dropped, List<Claim> unsupported) {
  /** Checks the values. */
  public FactCheck {
    Objects.requireNonNull(text, "text");
    dropped = List.copyOf(dropped);
    unsupported = List.copyOf(unsupported);
  }

  /**
   * Checks a text sentence by sentence.
   *
   * @param told the text
   * @param known what may be claimed
   * @return what is left of it
   */
  public static FactCheck of(String told, KnownFacts known) {
    StringBuilder kept = new StringBuilder();
    List<String> dropped = new ArrayList<>();
    List<Claim> unsupported = new ArrayList<>();
    for (String sentence : SentenceSplitter.standard().split(told)) {
      List<Claim> claims = known.unsupported(sentence);
      if (claims.isEmpty()) {
        boolean spaced = kept.length() > 0 && kept.charAt(kept.length() - 1) < 0x2E80;
        kept.append(spaced ? " " : "").append(sentence);
      } else {
        dropped.add(sentence);
        unsupported.addAll(claims);
      }
    }
    return new FactCheck(kept.toString(), dropped, unsupported);
  }

  /**
   * Returns a complaint for {@code StructuredChat.checkedBy} of artrec-llm: about the first text
   * with unsupported claims it hears, each time it hears it, and about no other, so that a model is
   * asked once more and then taken as it is. It counts the claims and does not repeat them.
   *
   * @param known what may be claimed
   * @return the complaint, for one request
   */
  public static Function<String, Optional<String>> complaint(KnownFacts known) {
    AtomicReference<String> first = new AtomicReference<>("");
    return told -> {
      List<Claim> claims = known.unsupported(told);
      if (claims.isEmpty() || !(first.compareAndSet("", told) || told.equals(first.get()))) {
        return Optional.empty();
      }
      long numbers = claims.stream().filter(FactCheck::isNumber).count();
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it has %d names or places and %d years or numbers that the material does not hold;"
                  + " leave them out",
              claims.size() - numbers,
              numbers));
    };
  }

  private static boolean isNumber(Claim claim) {
    return claim.kind() == Claim.Kind.NUMBER || claim.kind() == Claim.Kind.YEAR;
  }
}

package io.artrec.llm.question;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.question.Mention.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Counts, lists and compares the works of a collection that a question speaks of. A question of
 * which any word is not understood is not answered, since the count would be of something else.
 * Immutable and thread-safe.
 */
final class CollectionAnswers {
  private static final int MOST_CITED = 50;

  private final RecordIndex index;

  CollectionAnswers(RecordIndex index) {
    this.index = index;
  }

  /** The answer, or empty when the question asks for none of this or holds other words. */
  Optional<Answer> answer(String question, boolean chinese) {
    Optional<Comparison> asked = Comparison.of(question);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    AnswerText text = new AnswerText(chinese);
    return works(asked.get().without(question)).flatMap(works -> told(asked.get(), works, text));
  }

  /** The works that all of the words hold of; empty when a word is not understood. */
  private Optional<List<Artwork>> works(String question) {
    BitSet works = index.live();
    AskedYears years = AskedYears.of(question);
    List<Token> tokens = Token.of(years.rest());
    EnumSet<Kind> kinds = EnumSet.complementOf(EnumSet.of(Kind.TITLE));
    for (int at = 0; at < tokens.size(); ) {
      int plain = PlainWords.length(tokens, at);
      Optional<Mention> mention =
          index.at(tokens, at, kinds).filter(named -> named.length() > plain);
      if (mention.isPresent()) {
        works.and(mention.get().works());
      } else if (plain == 0) {
        return Optional.empty();
      }
      at += mention.map(Mention::length).orElse(plain);
    }
    List<Artwork> found = works.stream().mapToObj(index.catalog()::get).toList();
    return Optional.of(found.stream().filter(years::holdFor).toList());
  }

  private static Optional<Answer> told(Comparison asked, List<Artwork> works, AnswerText text) {
    return switch (asked) {
      case COUNT -> Optional.of(counted(works, text));
      case LIST -> works.isEmpty() ? Optional.empty() : Optional.of(counted(works, text));
      case OLDEST ->
          least(works, text, work -> year(work).map(y -> (double) y.first()), "oldest", "最早");
      case NEWEST ->
          least(works, text, work -> year(work).map(y -> -(double) y.last()), "most recent", "最晚");
      case LARGEST -> least(works, text, work -> area(work).map(a -> -a), "largest", "最大");
      case SMALLEST -> least(works, text, CollectionAnswers::area, "smallest", "最小");
      case DEAREST ->
          isOneCurrency(works)
              ? least(works, text, work -> price(work).map(p -> -p), "most expensive", "最贵")
              : Optional.empty();
      case CHEAPEST ->
          isOneCurrency(works)
              ? least(works, text, CollectionAnswers::price, "cheapest", "最便宜")
              : Optional.empty();
      case BUSIEST -> busiest(works, text);
    };
  }

  private static Answer counted(List<Artwork> works, AnswerText text) {
    if (works.isEmpty()) {
      return collection(text.say("There are none: 0 works.", "没有：0件。"), List.of());
    }
    String number =
        text.say(works.size() == 1 ? "1 work: " : works.size() + " works: ", works.size() + "件：");
    return collection(number + text.list(works) + text.say(".", "。"), works);
  }

  private static Answer collection(String said, List<Artwork> works) {
    return new Answer(
        said,
        Answer.Basis.COLLECTION,
        works.stream().limit(MOST_CITED).map(Artwork::id).toList(),
        Origin.library("counted over the records"));
  }

  private static Optional<YearRange> year(Artwork work) {
    return work.created();
  }

  private static Optional<Double> area(Artwork work) {
    return work.dimensions()
        .flatMap(
            size ->
                size.areaSquareCm().isPresent()
                    ? Optional.of(size.areaSquareCm().getAsDouble())
                    : Optional.empty());
  }

  /** Amounts of different currencies are not compared. */
  private static boolean isOneCurrency(List<Artwork> works) {
    return works.stream()
            .flatMap(work -> work.price().stream())
            .map(Price::currency)
            .distinct()
            .count()
        <= 1;
  }

  private static Optional<Double> price(Artwork work) {
    return work.price().map(price -> price.amount().doubleValue());
  }

  /** A measure of a work. */
  private interface Measure {
    Optional<Double> of(Artwork work);
  }

  /** The work of the least value, the first of equals; says over how many it was looked for. */
  private static Optional<Answer> least(
      List<Artwork> works, AnswerText text, Measure measure, String english, String chinese) {
    List<Artwork> measured = works.stream().filter(work -> measure.of(work).isPresent()).toList();
    ToDoubleFunction<Artwork> value = work -> measure.of(work).orElseThrow();
    return measured.stream()
        .min(Comparator.comparingDouble(value))
        .map(
            best -> {
              String known =
                  text.say(
                      "The "
                          + english
                          + " of "
                          + measured.size()
                          + " works of which that is known is ",
                      "在" + measured.size() + "件有此记录的作品中，" + chinese + "的是");
              String details = details(best, text);
              return collection(
                  known + text.work(best) + details + text.say(".", "。"), List.of(best));
            });
  }

  private static String details(Artwork work, AnswerText text) {
    List<String> details = new ArrayList<>();
    work.created().ifPresent(years -> details.add(text.years(years)));
    work.dimensions().ifPresent(size -> details.add(text.size(size)));
    work.price()
        .ifPresent(
            price ->
                details.add(
                    price.amount().toPlainString() + " " + price.currency().getCurrencyCode()));
    return details.isEmpty()
        ? ""
        : text.say(" (", "（") + String.join(text.say("; ", "；"), details) + text.say(")", "）");
  }

  private static Optional<Answer> busiest(List<Artwork> works, AnswerText text) {
    Map<String, List<Artwork>> byMaker = new LinkedHashMap<>();
    for (Artwork work : works) {
      for (ArtistCredit credit : work.artists()) {
        if (credit.qualifier() == ArtistCredit.Qualifier.BY) {
          byMaker.computeIfAbsent(credit.name(), unused -> new ArrayList<>()).add(work);
        }
      }
    }
    Optional<Map.Entry<String, List<Artwork>>> most = Optional.empty();
    for (Map.Entry<String, List<Artwork>> maker : byMaker.entrySet()) {
      if (most.isEmpty() || maker.getValue().size() > most.get().getValue().size()) {
        most = Optional.of(maker);
      }
    }
    return most.map(
        maker ->
            collection(
                AnswerText.shown(maker.getKey())
                    + text.say(", with ", "，")
                    + maker.getValue().size()
                    + text.say(" works: ", "件：")
                    + text.list(maker.getValue())
                    + text.say(".", "。"),
                maker.getValue()));
  }
}

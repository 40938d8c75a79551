package io.artrec.llm.conversation;

import io.artrec.Recommendation;
import io.artrec.catalog.Artwork;
import io.artrec.elicitation.ArtworkAspect;
import io.artrec.elicitation.Belief;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.elicitation.SplittingQuestions;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishParser;
import io.artrec.text.wish.WishSlot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which question is asked, and what is made of the answer. Immutable and thread-safe. */
final class Asking {
  private static final int MOST_QUESTIONS = 3;
  private static final Pattern ANY =
      Pattern.compile(
          "(?i)[\\s\\p{Punct}]*(?:any(?: of them)?|it does(?:n['’]?t| not) matter|does(?:n['’]?t|"
              + " not) matter|i do(?:n['’]?t| not) (?:care|mind|know)|whatever|no preference|either"
              + "|都行|都可以|都好|无所谓|随便|不限|不知道|没关系)[\\s\\p{Punct}]*");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)[\\s\\p{Punct}]*(?:an)?other(?: one)?[\\s\\p{Punct}]*|[\\s\\p{Punct}]*(?:none(?: of"
              + " (?:them|these))?|neither|something else|别的|其他|其它|都不是|都不要)[\\s\\p{Punct}]*");
  private static final Pattern AROUND =
      Pattern.compile(
          "(?i)^[\\s\\p{Punct}]*(?:(?:a|an|the|rather|please|maybe|perhaps|i(?:'d| would)?(?: like|"
              + " prefer)?)"
              + " |要|我要|我想要|想要|选)*|(?<![\\s\\p{Punct}])[\\s\\p{Punct}]*+(?:please|thanks|thank"
              + " you|吧|的|谢谢)?[\\s\\p{Punct}]*+$");

  /** Prices are left out: their bands are of the works at hand. */
  private static final Map<String, Set<WishSlot>> SLOTS =
      Map.of(
          "genre", EnumSet.of(WishSlot.GENRE),
          "subject", EnumSet.of(WishSlot.SUBJECT),
          "palette", EnumSet.of(WishSlot.COLOR),
          "medium", EnumSet.of(WishSlot.MEDIUM),
          "movement", EnumSet.of(WishSlot.STYLE),
          "period", EnumSet.of(WishSlot.YEAR),
          "size", EnumSet.of(WishSlot.SIZE, WishSlot.SIDE, WishSlot.WIDTH, WishSlot.HEIGHT),
          "orientation", EnumSet.of(WishSlot.SHAPE),
          "artist", EnumSet.of(WishSlot.ARTIST, WishSlot.LIKE));

  private final SplittingQuestions questions;
  private final WishParser parser;

  Asking(SplittingQuestions questions, WishParser parser) {
    this.questions = questions;
    this.parser = parser;
  }

  /**
   * What an answer to the open question comes to.
   *
   * @param held the wish that it is; empty where it does not matter
   */
  record Answered(Optional<Held> held) {}

  /** What somebody answers to the open question; empty where they say something else. */
  Optional<Answered> answer(SplittingQuestion question, String text) {
    if (ANY.matcher(text).matches()) {
      return Optional.of(new Answered(Optional.empty()));
    }
    if (OTHER.matcher(text).matches()) {
      HasValue condition = new HasValue(question.aspect(), question.choices(), true);
      ParsedWish none = parser.parse("");
      return Optional.of(
          new Answered(
              Optional.of(new Held(none, Optional.of(condition), condition.description()))));
    }
    String said = AROUND.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return question.choices().stream()
        .filter(choice -> choice.toLowerCase(Locale.ROOT).equals(said))
        .findFirst()
        .map(choice -> new Answered(Optional.of(chosen(question.aspect(), choice))));
  }

  /** As a wish where it can be read as one, so that a later one may replace it. */
  private Held chosen(ArtworkAspect aspect, String choice) {
    ParsedWish wish = parser.parse(choice);
    Set<WishSlot> slots = SLOTS.getOrDefault(aspect.name(), Set.of());
    boolean isWish =
        !wish.parts().isEmpty()
            && wish.parts().stream()
                .allMatch(part -> part.isWanted() && slots.contains(part.slot()));
    HasValue condition = new HasValue(aspect, List.of(choice), false);
    return new Held(isWish ? wish : parser.parse(""), Optional.of(condition), choice);
  }

  /** What to ask next of those who were found; empty where nothing need be asked. */
  Optional<SplittingQuestion> next(Session session, List<Recommendation> found) {
    List<Recommendation> sure = found.stream().filter(place -> !place.isFallback()).toList();
    List<Recommendation> asked = sure.size() > found.size() / 2 ? sure : found;
    List<Artwork> works = asked.stream().map(Recommendation::artwork).toList();
    if (works.size() < 2) {
      return Optional.empty();
    }
    Belief belief =
        asked.size() == sure.size()
            ? Belief.scored(works, asked.stream().mapToDouble(Recommendation::score).toArray())
            : Belief.uniform(works);
    return best(session, belief);
  }

  Optional<SplittingQuestion> best(Session session, Belief belief) {
    if (session.asked().size() >= MOST_QUESTIONS) {
      return Optional.empty();
    }
    Set<WishSlot> said = EnumSet.noneOf(WishSlot.class);
    session.held().forEach(held -> said.addAll(held.wanted()));
    List<ArtworkAspect> open =
        ArtworkAspect.ofSearch().stream()
            .filter(aspect -> SLOTS.containsKey(aspect.name()))
            .filter(aspect -> !session.asked().contains(aspect.name()))
            .filter(
                aspect ->
                    SLOTS.getOrDefault(aspect.name(), Set.of()).stream().noneMatch(said::contains))
            .toList();
    return questions.about(open).best(belief);
  }
}

package io.artrec.text.wish;

import io.artrec.behavior.History;
import io.artrec.catalog.Artwork;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.wish.WishNote.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Plans the answer to one wish. */
final class PlanBuilder {
  /** Slots of which one wanted value suffices; of the others all are wanted. */
  private static final Set<WishSlot> ANY =
      EnumSet.of(
          WishSlot.ARTIST,
          WishSlot.STYLE,
          WishSlot.GENRE,
          WishSlot.MEDIUM,
          WishSlot.SUPPORT,
          WishSlot.WHERE,
          WishSlot.SHAPE,
          WishSlot.SIZE,
          WishSlot.YEAR);

  private static final Set<WishSlot> SEARCHED =
      EnumSet.of(
          WishSlot.SUBJECT,
          WishSlot.GENRE,
          WishSlot.STYLE,
          WishSlot.ARTIST,
          WishSlot.MEDIUM,
          WishSlot.COLOR,
          WishSlot.MOOD);

  private final WishCatalog catalog;
  private final ParsedWish wish;
  private final List<Artwork> previous;
  private final WishPlan.Parts plan = new WishPlan.Parts();
  private final Set<String> searched = new LinkedHashSet<>();
  private final SlotFilters filters;

  PlanBuilder(WishCatalog catalog, ParsedWish wish, List<Artwork> previous) {
    this.catalog = catalog;
    this.wish = wish;
    this.previous = previous;
    filters = new SlotFilters(catalog, plan.notes);
  }

  WishPlan build() {
    for (WishPart part : wish.unwanted()) {
      filters.unwanted(part).ifPresent(plan.filters::add);
    }
    for (WishSlot slot : WishSlot.values()) {
      wanted(slot);
    }
    differences();
    likes();
    if (!wish.parts().isEmpty()) {
      plan.text = text();
    }
    for (ParsedWish.Span span : wish.notUnderstood()) {
      note(
          Kind.NOT_UNDERSTOOD,
          "\"" + span.words() + "\" was not understood",
          "没有听懂“" + span.words() + "”");
    }
    int fitting = count(plan.filter());
    if (fitting == 0 && !wish.parts().isEmpty()) {
      note(Kind.NOTHING_FITS, "nothing fits", "没有符合的作品");
    }
    return new WishPlan(plan, wish, fitting);
  }

  private void note(Kind kind, String english, String chinese) {
    WishNote note = WishNote.of(kind, english, chinese);
    if (!plan.notes.contains(note)) {
      plan.notes.add(note);
    }
  }

  private int count(Filter filter) {
    int count = 0;
    for (int index = 0; index < catalog.catalog().size(); index++) {
      Artwork artwork = catalog.catalog().get(index);
      boolean accepted = filter.accepts(new Filter.Subject(artwork, index, History.none()));
      count += accepted && !plan.excluded.contains(artwork.id()) ? 1 : 0;
    }
    return count;
  }

  private void wanted(WishSlot slot) {
    List<WishPart> parts = wish.parts(slot).stream().filter(WishPart::isWanted).toList();
    if (slot == WishSlot.MOOD) {
      parts.forEach(part -> MoodLexicon.standard().mood(part.value()).ifPresent(plan.moods::add));
      return;
    }
    List<Filter> wanted = new ArrayList<>();
    for (WishPart part : parts) {
      filters.wanted(part).ifPresent(wanted::add);
    }
    if (wanted.isEmpty()) {
      return;
    }
    if (ANY.contains(slot)) {
      plan.filters.add(Filters.anyOf(wanted));
    } else if (slot == WishSlot.SUBJECT && wanted.size() > 1) {
      plan.filters.add(subjects(wanted));
    } else {
      plan.filters.addAll(wanted);
    }
  }

  /** All subjects, or any where no work shows all. */
  private Filter subjects(List<Filter> wanted) {
    Filter all = Filters.allOf(wanted);
    if (count(all) > 0 || count(Filters.anyOf(wanted)) == 0) {
      return all;
    }
    note(
        Kind.ANY_OF_SEVERAL,
        "no work shows all of what you named; these show some of it",
        "没有一件作品同时画有您说的全部内容，以下作品画有其中一部分");
    return Filters.anyOf(wanted);
  }

  private void differences() {
    List<WishPart> parts = wish.parts(WishSlot.COMPARE);
    if (parts.isEmpty()) {
      return;
    }
    if (previous.isEmpty()) {
      note(Kind.NO_EARLIER_ANSWER, "there is no earlier answer to compare with", "之前没有推荐过作品，无法比较");
    }
    Differences differences = new Differences(catalog, previous, filters);
    for (WishPart part : parts) {
      Optional<Filter> condition = differences.filter(part.value());
      condition.ifPresent(plan.filters::add);
      if (condition.isEmpty() && !previous.isEmpty() && differences.needsFacts(part.value())) {
        note(
            Kind.NOT_KNOWN,
            "which works are " + part.value() + " is not known here",
            "这里无法判断哪些作品" + WishWords.of(Locale.CHINESE).of(part));
      }
      differences.words(part.value()).ifPresent(searched::add);
    }
    previous.forEach(artwork -> plan.excluded.add(artwork.id()));
  }

  private void likes() {
    for (WishPart part : wish.parts(WishSlot.LIKE)) {
      List<String> works = catalog.worksTitled(part.value());
      List<String> artists = catalog.artistsNamed(part.value());
      List<String> ids = works.isEmpty() ? filters.worksBy(artists) : works;
      if (part.isWanted() && ids.isEmpty()) {
        note(
            Kind.NOT_HERE,
            "\"" + part.value() + "\" is not known here",
            "这里没有“" + part.value() + "”");
      } else if (part.isWanted()) {
        plan.likes.addAll(ids);
      } else {
        plan.excluded.addAll(ids);
      }
    }
  }

  /** What is wanted in words of the language of the records. */
  private String text() {
    boolean chinese = catalog.isChinese();
    Set<String> words = new LinkedHashSet<>();
    for (WishPart part : wish.parts()) {
      if (part.isWanted() && SEARCHED.contains(part.slot())) {
        words.add(filters.word(part, chinese ? Locale.CHINESE : Locale.ENGLISH));
      }
    }
    words.addAll(searched);
    wish.notUnderstood().forEach(span -> words.add(span.words()));
    return String.join(" ", words);
  }
}

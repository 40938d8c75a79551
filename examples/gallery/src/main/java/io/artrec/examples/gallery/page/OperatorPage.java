package io.artrec.examples.gallery.page;

import io.artrec.CacheStatistics;
import io.artrec.Health;
import io.artrec.LearningStatus;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.vision.color.PaletteSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What whoever looks after the gallery wants to see of a day. For this machine only. */
final class OperatorPage {
  private static final int MOST_SAID = 40;
  private static final double MILLI = 1e6;
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Gallery gallery;
  private final MixtureSection mixtures;
  private final TrialSection trial;
  private final SafetySection safety;

  OperatorPage(Gallery gallery) {
    this.gallery = gallery;
    mixtures = new MixtureSection(gallery);
    trial = new TrialSection(gallery);
    safety = new SafetySection(gallery);
  }

  Response show(Visit visit) throws IOException {
    requireHere(visit);
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.OPERATOR_TITLE), visit.say(Text.OPERATOR_LEAD)));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    parts.add(numbers(visit));
    parts.add(learning(visit));
    parts.add(mixtures.show(visit));
    parts.add(trial.show(visit));
    parts.add(health(visit));
    latency(visit).ifPresent(parts::add);
    strategies(visit).ifPresent(parts::add);
    parts.add(gaps(visit));
    parts.add(list(visit, Text.OPERATOR_PICTURES, pictures()));
    parts.add(list(visit, Text.OPERATOR_WISHES, gallery.journal().unmetWishes()));
    parts.add(list(visit, Text.OPERATOR_ARTISTS, neverShown()));
    parts.add(safety.show(visit));
    return Frame.page(visit, visit.say(Text.NAV_OPERATOR), parts.toArray(Html[]::new));
  }

  /** Lets what was done speak for others, too. */
  Response learn(Visit visit) {
    requireHere(visit);
    gallery.collection().learn();
    visit.guest().did(new Deed(Deed.Kind.LEARNING, "", Optional.empty()));
    return Response.redirect("/operator");
  }

  /** Has what answered before the last learning answer again. */
  Response previous(Visit visit) {
    requireHere(visit);
    if (gallery.recommender().previous()) {
      visit.guest().did(new Deed(Deed.Kind.BACK, "", Optional.empty()));
    }
    return Response.redirect("/operator");
  }

  /** The report on the experiment, as a file. */
  Response experiment(Visit visit) {
    requireHere(visit);
    return trial.file();
  }

  /** Makes a backup. */
  Response backup(Visit visit) throws IOException {
    requireHere(visit);
    return safety.backup(visit);
  }

  /** What the library's own watch says, which is in English. */
  private Tag health(Visit visit) {
    Health health = gallery.recommender().health();
    return Tag.of("section")
        .add(Tag.of("h2").text(visit.say(health.isUp() ? Text.HEALTH_UP : Text.HEALTH_DEGRADED)))
        .add(
            Tag.of("pre")
                .attr("lang", "en")
                .attr("tabindex", 0)
                .text(gallery.watch().report().toString()));
  }

  private Tag learning(Visit visit) {
    LearningStatus status = gallery.recommender().learning();
    Tag list = Tag.of("dl", "numbers");
    number(list, visit.say(Text.LEARNED_AT), TIME.format(status.learnedAt()));
    number(list, visit.say(Text.LEARNED_SINCE), Long.toString(status.eventsSince()));
    number(list, visit.say(Text.LEARNING_FAILURES), Integer.toString(status.failures()));
    status
        .heldOutAccuracy()
        .ifPresent(
            share ->
                number(
                    list,
                    visit.say(Text.LEARNING_ACCURACY),
                    String.format(Locale.ROOT, "%.2f", share)));
    Tag acts =
        Tag.of("div", "more")
            .add(
                Frame.form(visit, "/operator/learn", "one")
                    .add(Tag.of("button").text(visit.say(Text.OPERATOR_LEARN))));
    if (status.hasPrevious()) {
      acts.add(
          Frame.form(visit, "/operator/previous", "one")
              .add(Tag.of("button", "second").text(visit.say(Text.OPERATOR_PREVIOUS))));
    }
    Tag section = Tag.of("section").add(Tag.of("h2").text(visit.say(Text.LEARNING))).add(list);
    status.lastFailure().ifPresent(why -> section.add(Tag.of("p", "notes").text(why)));
    return section.add(acts);
  }

  private static void requireHere(Visit visit) {
    if (!visit.request().isLocal()) {
      throw Refusal.notFound("a page for the operator, from another machine,");
    }
  }

  private Tag numbers(Visit visit) {
    Catalog catalog = gallery.recommender().catalog();
    int hanging = catalog.size() - catalog.withdrawn().cardinality();
    Journal journal = gallery.journal();
    Tag list = Tag.of("dl", "numbers");
    number(list, visit.say(Text.OPERATOR_WORKS), Integer.toString(hanging));
    number(
        list,
        visit.say(Text.OPERATOR_EVENTS),
        Integer.toString(gallery.recommender().dataset().size()));
    number(list, visit.say(Text.OPERATOR_CHANGES), Long.toString(journal.events()));
    number(list, visit.say(Text.OPERATOR_GUESTS), Integer.toString(gallery.guests().size()));
    number(list, visit.say(Text.OPERATOR_ANSWERS), Long.toString(journal.answers()));
    number(list, visit.say(Text.OPERATOR_FALLBACK), percent(journal.fallbackShare()));
    number(
        list,
        visit.say(Text.OPERATOR_COVERAGE),
        percent(hanging == 0 ? 0 : (double) journal.shown().size() / hanging));
    gallery
        .recommender()
        .cacheStatistics()
        .map(CacheStatistics::hitRate)
        .ifPresent(rate -> number(list, visit.say(Text.OPERATOR_CACHE), percent(rate)));
    return list;
  }

  private static void number(Tag list, String label, String value) {
    list.add(Tag.of("div").add(Tag.of("dt").text(label)).add(Tag.of("dd").text(value)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private Optional<Tag> latency(Visit visit) {
    List<Duration> times = gallery.journal().times();
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Bars bars = new Bars();
    for (int percentile : new int[] {50, 90, 99, 100}) {
      int index = (int) Math.ceil(percentile / 100.0 * times.size()) - 1;
      double millis = times.get(Math.max(0, index)).toNanos() / MILLI;
      bars.add(
          Html.text(percentile == 100 ? visit.say(Text.OPERATOR_SLOWEST) : "p" + percentile),
          millis,
          String.format(Locale.ROOT, "%.1f ms", millis));
    }
    return Optional.of(bars.draw(visit.say(Text.OPERATOR_LATENCY, times.size())));
  }

  private Optional<Tag> strategies(Visit visit) {
    Map<String, Double> shares = gallery.journal().strategies();
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    Bars bars = new Bars();
    shares.forEach(
        (name, share) -> bars.add(Html.text(Facets.method(visit, name)), share, percent(share)));
    return Optional.of(bars.draw(visit.say(Text.OPERATOR_STRATEGIES)));
  }

  private Tag gaps(Visit visit) {
    Bars bars = new Bars();
    gap(bars, visit.say(Text.GAP_PICTURE), work -> !Pictures.has(work));
    gap(bars, visit.say(Text.GAP_ARTIST), work -> work.artists().isEmpty());
    gap(bars, visit.say(Text.GAP_YEAR), work -> work.created().isEmpty());
    gap(bars, visit.say(Text.GAP_SIZE), work -> work.dimensions().isEmpty());
    gap(bars, visit.say(Text.GAP_SUBJECTS), work -> work.subjects().isEmpty());
    gap(bars, visit.say(Text.GAP_DESCRIPTION), work -> work.description().isEmpty());
    return bars.draw(visit.say(Text.OPERATOR_GAPS));
  }

  private void gap(Bars bars, String label, Predicate<Artwork> lacking) {
    long count = gallery.recommender().catalog().stream().filter(lacking).count();
    bars.add(Html.text(label), (double) count, Long.toString(count));
  }

  /** Works with a picture that has no palette: gray or toned photographs, or files unread. */
  private List<String> pictures() {
    PaletteSearch palettes = gallery.collection().views().palettes();
    List<String> said = new ArrayList<>();
    for (Artwork work : gallery.collection().views().catalog()) {
      if (Pictures.has(work) && palettes.palette(work.id()).isEmpty()) {
        said.add(work.title() + " (" + work.id() + ")");
      }
    }
    palettes.failures().forEach(it -> said.add(it.artwork() + ": " + it.message()));
    return said;
  }

  private List<String> neverShown() {
    Set<String> shown = gallery.journal().shown().keySet();
    Set<String> never = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Artwork work : gallery.recommender().catalog()) {
      for (ArtistCredit credit : work.artists()) {
        (shown.contains(work.id()) ? seen : never).add(credit.name());
      }
    }
    never.removeAll(seen);
    return List.copyOf(never);
  }

  private static Tag list(Visit visit, Text title, List<String> all) {
    Tag section =
        Tag.of("section").add(Tag.of("h2").text(visit.say(title) + " (" + all.size() + ")"));
    if (all.isEmpty()) {
      return section.add(Tag.of("p", "empty").text(visit.say(Text.OPERATOR_NONE)));
    }
    Tag list = Tag.of("ul", "plain-list");
    all.stream().limit(MOST_SAID).forEach(it -> list.add(Tag.of("li").text(it)));
    return all.size() > MOST_SAID
        ? section.add(list.add(Tag.of("li").text("…")))
        : section.add(list);
  }
}

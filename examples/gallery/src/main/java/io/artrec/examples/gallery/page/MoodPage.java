package io.artrec.examples.gallery.page;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.examples.gallery.collection.Views;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.text.mood.Affect;
import io.artrec.text.mood.CatalogMoods;
import io.artrec.text.mood.Mood;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.mood.MoodMatch;
import io.artrec.text.mood.MoodPath;
import io.artrec.text.mood.MoodStep;
import io.artrec.text.mood.MoodWalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works for a mood, and a way from one mood to another in works. */
final class MoodPage {
  private static final int WORKS = 8;
  private static final int POOL = 300;
  private static final int STEPS = 5;

  private final Gallery gallery;

  MoodPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.MOOD_TITLE), visit.say(Text.MOOD_LEAD)));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    parts.add(matching(visit));
    parts.add(leading(visit));
    return Frame.page(visit, visit.say(Text.NAV_MOOD), parts.toArray(Html[]::new));
  }

  private Tag matching(Visit visit) {
    int pleasant = visit.request().number("pleasant", -100, 100).orElse(50);
    int stirring = visit.request().number("stirring", -100, 100).orElse(-50);
    Tag part =
        Tag.of("section")
            .add(Tag.of("h2").text(visit.say(Text.MOOD_MATCH)))
            .add(
                Tag.of("form", "sliders")
                    .attr("action", "/mood")
                    .add(
                        slider(visit, "pleasant", Text.MOOD_PLEASANT, pleasant),
                        slider(visit, "stirring", Text.MOOD_STIRRING, stirring))
                    .add(Tag.of("button").text(visit.say(Text.SEARCH))));
    if (visit.request().value("pleasant").isEmpty()) {
      return part;
    }
    Affect wanted = new Affect(pleasant / 100.0, stirring / 100.0);
    Mood nearest = MoodLexicon.standard().nearest(wanted);
    CatalogMoods moods = gallery.collection().views().moods();
    List<Cards.Hung> works =
        MoodMatch.of(moods).among(pool(visit), wanted, WORKS).stream()
            .map(
                it ->
                    new Cards.Hung(
                        it.recommendation().artwork(),
                        it.recommendation().explanation().sentence(visit.locale())))
            .toList();
    part.add(
        Tag.of("p", "understood").text(visit.say(Text.MOOD_NEAR, nearest.label(visit.locale()))));
    return works.isEmpty()
        ? part.add(Tag.of("p", "empty").text(visit.say(Text.MOOD_NOTHING)))
        : part.add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()));
  }

  private Recommendations pool(Visit visit) {
    return gallery
        .journal()
        .answered(
            gallery
                .recommender()
                .recommend(
                    RecommendationRequest.forUser(visit.visitor())
                        .filter(Views.WITH_PICTURE)
                        .n(POOL)
                        .locale(visit.locale())
                        .build()));
  }

  private static Tag slider(Visit visit, String name, Text label, int value) {
    return Frame.field(
        visit.say(label),
        Tag.of("input")
            .attr("type", "range")
            .attr("name", name)
            .attr("min", -100)
            .attr("max", 100)
            .attr("step", 10)
            .attr("value", value));
  }

  private Tag leading(Visit visit) {
    List<Mood> moods =
        MoodLexicon.standard().moods().stream()
            .sorted(Comparator.comparing(mood -> mood.label(visit.locale())))
            .toList();
    Optional<Mood> from = mood(moods, visit.request().value("from"));
    Optional<Mood> to = mood(moods, visit.request().value("to"));
    Tag part =
        Tag.of("section")
            .attr("id", "path")
            .add(Tag.of("h2").text(visit.say(Text.PATH_TITLE)))
            .add(Tag.of("p", "lead").text(visit.say(Text.PATH_LEAD)))
            .add(
                Tag.of("form", "line")
                    .attr("action", "/mood#path")
                    .add(
                        Frame.field(
                            visit.say(Text.PATH_FROM),
                            select(visit, "from", moods, from.map(Mood::name).orElse("sad"))),
                        Frame.field(
                            visit.say(Text.PATH_TO),
                            select(visit, "to", moods, to.map(Mood::name).orElse("calm"))))
                    .add(Tag.of("button").text(visit.say(Text.PATH_GO))));
    return from.isPresent() && to.isPresent() ? part.add(walk(visit, from.get(), to.get())) : part;
  }

  private static Optional<Mood> mood(List<Mood> moods, Optional<String> name) {
    return moods.stream().filter(mood -> name.filter(mood.name()::equals).isPresent()).findFirst();
  }

  private static Tag select(Visit visit, String name, List<Mood> moods, String chosen) {
    List<Frame.Choice> choices =
        moods.stream()
            .map(mood -> new Frame.Choice(mood.name(), mood.label(visit.locale())))
            .toList();
    return Frame.select(name, choices, Optional.of(chosen));
  }

  private Tag walk(Visit visit, Mood from, Mood to) {
    MoodWalk walk =
        MoodPath.of(gallery.collection().views().moods())
            .from(from.affect())
            .to(to.affect())
            .steps(STEPS)
            .walk(
                gallery.recommender(),
                RecommendationRequest.forUser(visit.visitor())
                    .filter(Views.WITH_PICTURE)
                    .locale(visit.locale())
                    .build());
    List<Cards.Hung> works = new ArrayList<>();
    Tag missing = Tag.of("div");
    for (MoodStep step : walk.steps()) {
      if (step.recommendation().isPresent()) {
        works.add(
            new Cards.Hung(step.recommendation().get().artwork(), step.sentence(visit.locale())));
      } else {
        missing.add(Tag.of("p", "empty").text(step.sentence(visit.locale())));
      }
    }
    return Tag.of("div", "walk")
        .add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()))
        .add(missing)
        .add(Tag.of("p", "notes").text(walk.note(visit.locale())));
  }
}

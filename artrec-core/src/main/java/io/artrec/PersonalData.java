package io.artrec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.InterestProfile;
import io.artrec.catalog.Trait;
import io.artrec.log.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is held about a visitor at one moment, and where: what {@link Recommender#export}
 * gives. A value that holds personal data; keep it no longer than to hand it over. Immutable and
 * thread-safe.
 */
public final class PersonalData {
  private static final Gson JSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  /**
   * Whom it is about.
   *
   * @param visitor the visitor's id
   * @param time when it was collected
   * @param hasLog whether there is a log
   */
  record About(String visitor, Instant time, boolean hasLog) {}

  private final About about;
  private final Exporting.Held held;
  private final Exporting.Elsewhere elsewhere;

  PersonalData(About about, Exporting.Held held, Exporting.Elsewhere elsewhere) {
    this.about = about;
    this.held = held;
    this.elsewhere = elsewhere;
  }

  /**
   * Returns whom it is about.
   *
   * @return the visitor's id
   */
  public String visitor() {
    return about.visitor();
  }

  /**
   * Returns when it was collected.
   *
   * @return the time of the recommender's clock
   */
  public Instant time() {
    return about.time();
  }

  /**
   * Returns what they did, as training data hold it; works that the catalogue lacks included.
   *
   * @return the events, oldest first
   */
  public List<Interaction> trainedEvents() {
    return held.trained();
  }

  /** {@return what they did since training, oldest first} */
  public List<Interaction> liveEvents() {
    return held.since();
  }

  /**
   * Returns what they were shown, as far as it is remembered outside the log.
   *
   * @return the impressions, oldest first
   */
  public List<Interaction> shown() {
    return held.shown();
  }

  /**
   * Returns what they follow and block.
   *
   * @return the choices
   */
  public ExplicitPreferences preferences() {
    return held.chosen();
  }

  /**
   * Returns what they are interested in, with the evidence.
   *
   * @return the profile at {@link #time()}
   */
  public InterestProfile interests() {
    return held.interests();
  }

  /**
   * Returns which answers were drawn for them, as far as they count for what is learned of arms.
   *
   * @return what came of each answer, by the answer, oldest first
   */
  public Map<DrawnAnswer, List<Interaction>> drawnAnswers() {
    Map<DrawnAnswer, List<Interaction>> drawn = new LinkedHashMap<>();
    held.draws().forEach(each -> drawn.put(each.answer(), each.events()));
    return Collections.unmodifiableMap(drawn);
  }

  /**
   * Returns which events they took back.
   *
   * @return the ids of the events
   */
  public Set<String> takenBack() {
    return Collections.unmodifiableSet(held.takenBack());
  }

  /**
   * Tells whether they have opted out.
   *
   * @return true from {@link Recommender#optOut} until {@link Recommender#optIn}
   */
  public boolean isOptedOut() {
    return held.optedOut();
  }

  /**
   * Tells whether what strategies made of their history is kept in memory, so that their next
   * question is answered sooner; it follows from their events alone.
   *
   * @return whether it is
   */
  public boolean isRemembered() {
    return held.remembered();
  }

  /**
   * Returns what the log holds of them, events that were taken back and older choices included.
   *
   * @return the changes, in their order; empty without a log
   */
  public List<Change> logged() {
    return Collections.unmodifiableList(elsewhere.logged());
  }

  /**
   * Returns the model files that the recommender was loaded from or saved to and that exist. Each
   * holds what was known when it was saved.
   *
   * @return their paths
   */
  public List<Path> modelFiles() {
    return elsewhere.files();
  }

  /**
   * Returns what others hold about them.
   *
   * @return what each {@link PersonalDataHolder} holds, by its name, of those who hold something
   */
  public Map<String, Map<String, Object>> others() {
    return Collections.unmodifiableMap(elsewhere.others());
  }

  /**
   * Returns who could not say what they hold; the export lacks it.
   *
   * @return why, by the holder's name; empty for a whole export
   */
  public Map<String, String> failures() {
    return Collections.unmodifiableMap(elsewhere.failures());
  }

  /**
   * Tells whether nothing is held. That somebody opted out is held by a hash of their id.
   *
   * @return true when neither memory, log nor holders hold anything, and all of them could say so
   */
  public boolean isEmpty() {
    return held.trained().isEmpty()
        && held.since().isEmpty()
        && held.shown().isEmpty()
        && held.chosen().isEmpty()
        && held.interests().interests().isEmpty()
        && held.draws().isEmpty()
        && held.takenBack().isEmpty()
        && !held.optedOut()
        && elsewhere.logged().isEmpty()
        && elsewhere.others().isEmpty()
        && elsewhere.failures().isEmpty();
  }

  /**
   * Returns all of it in maps, lists, numbers, texts and booleans, which any writer of JSON takes.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("visitor", visitor());
    plain.put("time", time().toString());
    plain.put("optedOut", isOptedOut());
    List<Map<String, Object>> events = new ArrayList<>();
    trainedEvents().forEach(event -> events.add(plain(event, "training data")));
    liveEvents().forEach(event -> events.add(plain(event, "since training")));
    plain.put("events", List.copyOf(events));
    plain.put("shown", shown().stream().map(event -> plain(event, "since training")).toList());
    plain.put("follows", traits(preferences().followed()));
    plain.put("blocks", traits(preferences().blocked()));
    plain.put("interests", interests().interests().stream().map(this::plain).toList());
    List<Map<String, Object>> drawn = new ArrayList<>();
    drawnAnswers().forEach((answer, led) -> drawn.add(plain(answer, led)));
    plain.put("drawnAnswers", List.copyOf(drawn));
    plain.put("takenBack", List.copyOf(takenBack()));
    plain.put("remembered", isRemembered());
    if (about.hasLog()) {
      plain.put("log", logged().stream().map(PersonalData::plain).toList());
    }
    plain.put("modelFiles", modelFiles().stream().map(Path::toString).toList());
    plain.put("others", others());
    plain.put("failures", failures());
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> plain(Interaction event, String where) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("artwork", event.artwork());
    plain.put("kind", event.kind().code());
    plain.put("value", event.value());
    event.time().ifPresent(time -> plain.put("time", time.toString()));
    event.comment().ifPresent(words -> plain.put("comment", words));
    event.eventId().ifPresent(id -> plain.put("eventId", id));
    plain.put("where", where);
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> plain(DrawnAnswer answer, List<Interaction> led) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("answer", answer.id());
    plain.put("time", Instant.ofEpochMilli(answer.epochMillis()).toString());
    plain.put("arm", answer.arm());
    plain.put("probability", answer.probability());
    plain.put("segment", answer.segment());
    plain.put("artworks", answer.works());
    plain.put("events", led.stream().map(event -> plain(event, "drawn answers")).toList());
    return Collections.unmodifiableMap(plain);
  }

  private Map<String, Object> plain(Interest interest) {
    Map<String, Object> plain = new LinkedHashMap<>(plain(interest.trait()));
    plain.put("weight", interests().weight(interest.trait()));
    plain.put("evidence", interest.evidence().code());
    plain.put("evidenceWeight", interest.weight());
    interest.time().ifPresent(time -> plain.put("time", time.toString()));
    interest.reference().ifPresent(event -> plain.put("reference", event));
    return Collections.unmodifiableMap(plain);
  }

  private static List<Map<String, Object>> traits(Collection<Trait> traits) {
    return traits.stream().map(PersonalData::plain).toList();
  }

  private static Map<String, Object> plain(Trait trait) {
    return Map.of(trait.kind().code(), trait.name());
  }

  private static Map<String, Object> plain(Change change) {
    Map<String, Object> plain = JSON.fromJson(change.toJson(), new TypeToken<>() {});
    return Collections.unmodifiableMap(plain);
  }

  boolean hasLog() {
    return about.hasLog();
  }

  /**
   * Returns the same for the person to read.
   *
   * @param language Chinese for any Chinese locale, English otherwise
   * @return some lines of text
   */
  public String text(Locale language) {
    return PersonalDataText.of(this, language);
  }

  /** Says how much is held, and not what. */
  @Override
  public String toString() {
    return "PersonalData["
        + (trainedEvents().size() + liveEvents().size())
        + " events, "
        + shown().size()
        + " impressions, "
        + logged().size()
        + " changes in the log]";
  }
}

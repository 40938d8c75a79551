package io.artrec.llm.enrichment;

import io.artrec.catalog.Artwork;
import io.artrec.classification.LabelDistribution;
import io.artrec.llm.label.ArtworkLabeler;
import io.artrec.llm.label.LabeledArtwork;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.subject.ChatSubjects;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one field of a work's record from the rest of it. An extension point. Thread-safe.
 *
 * <p>The fields {@code genre}, {@code movement}, {@code subject} and {@code description} are those
 * of records; any other is an attribute of that name.
 */
public interface Enricher {
  /** {@return the field, one or more characters} */
  String field();

  /**
   * {@return a name for how the field is read, which changes when its values do: a job that goes on
   * reads again what was read in another way}
   */
  String version();

  /**
   * Reads the field.
   *
   * @param artwork the work
   * @return the values
   */
  EnrichedValues enrich(Artwork artwork);

  /**
   * {@return an enricher that writes a label where it is {@linkplain LabelDistribution#sure sure},
   * or, of a labeler that was not measured, where it {@linkplain LabelDistribution#leading leads}}
   *
   * @param field the field
   * @param labeler the labeler
   */
  static Enricher labels(String field, ArtworkLabeler labeler) {
    return of(
        field,
        labeler.name(),
        work -> {
          LabeledArtwork answer = labeler.label(work);
          LabelDistribution labels = answer.distribution();
          Optional<String> label =
              !labels.isReadable()
                  ? Optional.empty()
                  : labels.isCalibrated() ? labels.sure() : labels.leading();
          return new EnrichedValues(label.stream().toList(), answer.origin());
        });
  }

  /**
   * {@return an enricher that writes the tree's subjects that the record names, by their label}
   *
   * @param finder the finder
   * @param language of the labels
   */
  static Enricher subjects(SubjectFinder finder, Locale language) {
    return of(
        "subject",
        "finder " + finder.identity() + " " + language.getLanguage(),
        work ->
            new EnrichedValues(
                labels(finder.find(work).stream().map(FoundSubject::subject).toList(), language),
                Origin.library("no model is set")));
  }

  /**
   * {@return an enricher that writes the subjects that a model names, by their label}
   *
   * @param subjects the model
   * @param language of the labels
   */
  static Enricher subjects(ChatSubjects subjects, Locale language) {
    return of(
        "subject",
        subjects.name() + " " + language.getLanguage(),
        work -> {
          ChatSubjects.Named named = subjects.named(work);
          return new EnrichedValues(labels(named.subjects(), language), named.origin());
        });
  }

  private static List<String> labels(List<Subject> subjects, Locale language) {
    return subjects.stream().map(subject -> subject.label(language)).distinct().toList();
  }

  /**
   * {@return an enricher of one's own}
   *
   * @param field the field
   * @param version a name for how it is read
   * @param reading reads it; thread-safe
   */
  static Enricher of(String field, String version, Function<Artwork, EnrichedValues> reading) {
    return new Enricher() {
      @Override
      public String field() {
        return field;
      }

      @Override
      public String version() {
        return version;
      }

      @Override
      public EnrichedValues enrich(Artwork artwork) {
        return reading.apply(artwork);
      }
    };
  }
}

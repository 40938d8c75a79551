package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.collection.PictureWords;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.vision.color.Palette;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What pictures show, measured once for each and each language; of late ones. Thread-safe. */
final class SeenPictures {
  private static final int MOST = 1000;

  private final Pictures pictures;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST;
        }
      };

  SeenPictures(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Returns what the picture of a work shows; empty where it has none that can be read. */
  Optional<Seen> of(Artwork work, Locale locale) {
    if (pictures.size(work).isEmpty()) {
      return Optional.empty();
    }
    String key = pictures.tag(work) + locale.toLanguageTag();
    Optional<Seen> known = known(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<Seen> measured = pictures.image(work).map(image -> measured(image, locale));
    measured.ifPresent(it -> keep(key, it));
    return measured;
  }

  private static Seen measured(RgbImage image, Locale locale) {
    Reproduction reproduction = Reproduction.of(image);
    Optional<Palette> palette =
        reproduction.showsColors()
            ? Optional.of(Palette.of(reproduction.work()))
            : Optional.empty();
    return new Seen(palette, new PictureWords(locale).of(image));
  }

  private synchronized Optional<Seen> known(String key) {
    return Optional.ofNullable(seen.get(key));
  }

  private synchronized void keep(String key, Seen measured) {
    seen.put(key, measured);
  }
}

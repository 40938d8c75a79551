package io.artrec.spring.boot;

import io.artrec.Recommender;
import java.nio.file.Path;

/** Saves a recommender when the application ends; it depends on it, and so is closed first. */
final class SavingOnClose implements AutoCloseable {
  private final ArtrecProperties properties;
  private final Recommender recommender;

  SavingOnClose(ArtrecProperties properties, Recommender recommender) {
    this.properties = properties;
    this.recommender = recommender;
  }

  @Override
  public void close() {
    Path model = properties.getModel();
    if (model != null) {
      recommender.save(model);
    }
  }
}

package io.artrec.eval.online;

/** What one impression was worth: the reward of an estimate, or what is added up by visitor. */
@FunctionalInterface
public interface ImpressionValue {
  /** 1 for a clicked impression, 0 for another. */
  ImpressionValue CLICK = (log, row) -> log.clicked(row) ? 1 : 0;

  /** 1 for a converted impression, 0 for another. */
  ImpressionValue CONVERSION = (log, row) -> log.converted(row) ? 1 : 0;

  /** The stay in seconds; 0 where none was measured. */
  ImpressionValue DWELL_SECONDS = (log, row) -> log.dwellSeconds(row).orElse(0);

  /**
   * Returns the worth of an impression.
   *
   * @param log the log
   * @param row the impression
   * @return a finite number
   */
  double of(ImpressionLog log, int row);
}

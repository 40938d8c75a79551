package io.artrec.vision.color;

/** Mean and population standard deviation of what was added. */
final class Spread {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }

  double mean() {
    return mean;
  }

  double deviation() {
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}

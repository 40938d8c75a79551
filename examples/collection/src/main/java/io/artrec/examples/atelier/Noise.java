package io.artrec.examples.atelier;

/** Smooth noise over the plane, from 0 to 1: values at whole coordinates, and fades between. */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    int column = (int) floorX;
    int row = (int) floorY;
    double fadeX = fade(x - floorX);
    double fadeY = fade(y - floorY);
    double top = corner(column, row) + fadeX * (corner(column + 1, row) - corner(column, row));
    double bottom =
        corner(column, row + 1) + fadeX * (corner(column + 1, row + 1) - corner(column, row + 1));
    return top + fadeY * (bottom - top);
  }

  /** Noise of several scales, each half as large and half as strong as the one before. */
  double cloud(double x, double y, int octaves) {
    double sum = 0;
    double total = 0;
    double weight = 1;
    double scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * at(x * scale + 17.3 * octave, y * scale - 9.7 * octave);
      total += weight;
      weight *= 0.5;
      scale *= 2.03;
    }
    return sum / total;
  }

  /** Noise with sharp ridges, 1 on them. */
  double ridge(double x, double y, int octaves) {
    return 1 - Math.abs(2 * cloud(x, y, octaves) - 1);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private double corner(int column, int row) {
    int h = column * 0x27D4EB2D ^ row * 0x165667B1 ^ seed;
    h = (h ^ (h >>> 15)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    h ^= h >>> 16;
    return (h >>> 8) * 0x1p-24;
  }
}

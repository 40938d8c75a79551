package io.artrec.vision.shape;

import io.artrec.vision.image.GrayPlane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The borders of everything bright, outlines and holes with what lies in what, by border following
 * (Suzuki and Abe, Topological Structural Analysis of Digitized Binary Images by Border Following,
 * Computer Vision, Graphics, and Image Processing 30, 1985, algorithm 1). Figures hang together
 * over sides and corners, holes over sides. Every pixel of a border stands in it, as with OpenCV's
 * {@code RETR_TREE} and {@code CHAIN_APPROX_NONE}. O(pixels) time. Immutable and thread-safe.
 */
public final class Contours {
  /** The eight neighbors, clockwise as rows go down, from the right one. */
  private static final int[] ROWS = {0, 1, 1, 1, 0, -1, -1, -1};

  private static final int[] COLUMNS = {1, 1, 0, -1, -1, -1, 0, 1};

  private final List<Contour> all;

  private Contours(List<Contour> all) {
    this.all = List.copyOf(all);
  }

  /**
   * {@return the borders of what is brighter than a threshold, from the top}
   *
   * @param gray the luminance
   * @param threshold values above it belong to figures
   */
  public static Contours of(GrayPlane gray, double threshold) {
    Following following = new Following(gray.width(), gray.height());
    for (int y = 0; y < gray.height(); y++) {
      for (int x = 0; x < gray.width(); x++) {
        following.set(x, y, gray.value(y * gray.width() + x) > threshold);
      }
    }
    return new Contours(following.all());
  }

  /**
   * Returns the borders of edges: a line has one around it, a closed line another of its hole.
   *
   * @param edges the edges
   * @return the borders, from the top
   */
  public static Contours of(CannyEdges edges) {
    Following following = new Following(edges.width(), edges.height());
    for (int y = 0; y < edges.height(); y++) {
      for (int x = 0; x < edges.width(); x++) {
        following.set(x, y, edges.isEdge(x, y));
      }
    }
    return new Contours(following.all());
  }

  /**
   * {@return the borders, in the order in which rows are read; a border stands behind its parent}
   */
  public List<Contour> all() {
    return all;
  }

  @Override
  public String toString() {
    return "Contours" + all;
  }

  /** The picture with a frame of zeros, in which borders are marked as they are followed. */
  private static final class Following {
    private final int width;
    private final int height;
    private final int[] marks;
    private final int[] steps = new int[8];
    private final List<Contour> found = new ArrayList<>();

    Following(int width, int height) {
      this.width = width + 2;
      this.height = height + 2;
      this.marks = new int[Math.multiplyExact(this.width, this.height)];
      Arrays.setAll(steps, i -> ROWS[i] * this.width + COLUMNS[i]);
    }

    void set(int x, int y, boolean isFigure) {
      marks[(y + 1) * width + x + 1] = isFigure ? 1 : 0;
    }

    List<Contour> all() {
      for (int y = 1; y < height - 1; y++) {
        int last = 1;
        for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
          int mark = marks[at];
          if (mark == 0) {
            continue;
          }
          if (mark == 1 && marks[at - 1] == 0) {
            follow(at, 4, false, last);
          } else if (mark >= 1 && marks[at + 1] == 0) {
            last = mark > 1 ? mark : last;
            follow(at, 0, true, last);
          }
          last = marks[at] != 1 ? Math.abs(marks[at]) : last;
        }
      }
      return found;
    }

    /** The border beside which a new one was met contains it, or shares what contains it. */
    private int parent(boolean isHole, int last) {
      int beside = last - 2;
      boolean besideHole = beside < 0 || found.get(beside).isHole();
      return isHole == besideHole && beside >= 0 ? found.get(beside).parent().orElse(-1) : beside;
    }

    private void follow(int start, int from, boolean isHole, int last) {
      int number = found.size() + 2;
      Way way = new Way();
      int first = turned(start, from, 1);
      if (first < 0) {
        marks[start] = -number;
        way.add(start);
      } else {
        int end = start + steps[first];
        int here = start;
        int back = first;
        do {
          way.add(here);
          int next = turned(here, back, -1);
          if (passedRight(back, next)) {
            marks[here] = -number;
          } else if (marks[here] == 1) {
            marks[here] = number;
          }
          int before = here;
          here += steps[next];
          back = (next + 4) & 7;
          if (here == start && before == end) {
            break;
          }
        } while (true);
      }
      found.add(way.contour(isHole, parent(isHole, last)));
    }

    /** The direction of the first figure's pixel around one, behind a direction; -1 without any. */
    private int turned(int at, int from, int turn) {
      for (int i = 1; i <= 8; i++) {
        int direction = (from + turn * i) & 7;
        if (marks[at + steps[direction]] != 0) {
          return direction;
        }
      }
      return -1;
    }

    /** Whether turning against the clock from one direction to the next passed an empty right. */
    private static boolean passedRight(int from, int to) {
      for (int direction = (from - 1) & 7; direction != to; direction = (direction - 1) & 7) {
        if (direction == 0) {
          return true;
        }
      }
      return false;
    }

    /** The pixels of a border as they are passed. */
    private final class Way {
      private int[] pixels = new int[16];
      private int size;

      void add(int at) {
        pixels = size == pixels.length ? Arrays.copyOf(pixels, 2 * size) : pixels;
        pixels[size++] = at;
      }

      Contour contour(boolean isHole, int parent) {
        int[] columns = new int[size];
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
          columns[i] = pixels[i] % width - 1;
          rows[i] = pixels[i] / width - 1;
        }
        return new Contour(columns, rows, isHole, parent);
      }
    }
  }
}

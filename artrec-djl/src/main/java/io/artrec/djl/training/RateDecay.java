package io.artrec.djl.training;

/**
 * How the learning rate falls after warming up. With {@code p} the share of those steps that were
 * taken, from 0 at the first to just below 1 at the last of the last epoch, the learning rate is
 * multiplied by what stands beside each. Training that ends early has taken fewer of them.
 */
public enum RateDecay {
  /** Not at all: 1. */
  CONSTANT {
    @Override
    double factor(double taken) {
      return 1;
    }
  },
  /** Evenly towards 0: {@code 1 − p}. */
  LINEAR {
    @Override
    double factor(double taken) {
      return 1 - taken;
    }
  },
  /**
   * Slowly, then fast, then slowly towards 0: {@code (1 + cos πp) / 2} (Loshchilov and Hutter,
   * "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017, without restarts).
   */
  COSINE {
    @Override
    double factor(double taken) {
      return (1 + StrictMath.cos(Math.PI * taken)) / 2;
    }
  },
  /** By the same share with every step, towards a hundredth: {@code 0.01^p}. */
  EXPONENTIAL {
    @Override
    double factor(double taken) {
      return StrictMath.pow(LEAST, taken);
    }
  };

  private static final double LEAST = 0.01;

  abstract double factor(double taken);
}

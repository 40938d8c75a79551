package io.artrec.text.topic;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;

/** How long work runs: on how many threads, who hears of it and who may stop it. */
record Work(int threads, Progress progress, Cancellation cancellation) {}

// Times run_block of soav.hpp on one thread: runs per second of processor time. Arguments: inputs.bin, seconds.
#include "soav.hpp"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

static double cpu_seconds() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double out[NP * NOUT * W] AL;

int main(int count, char** arguments) {
  const int members = 8192;
  if (count < 3) return 2;
  double* rows = (double*)malloc(members * 5 * 8);
  FILE* file = fopen(arguments[1], "rb");
  if (!file || fread(rows, 8, members * 5, file) != (size_t)members * 5) return 1;
  double* columns = (double*)aligned_alloc(64, 8 * members * 5);  // [block][input][lane]
  for (int block = 0; block < members / W; block++)
    for (int input = 0; input < 5; input++)
      for (int lane = 0; lane < W; lane++) columns[(block * 5 + input) * W + lane] = rows[(block * W + lane) * 5 + input];
  const double seconds = atof(arguments[2]);
  double best = 0;
  for (int round = 0; round < 4; round++) {
    long runs = 0;
    const double start = cpu_seconds();
    double now;
    volatile double sink = 0;
    do {
      for (int i = 0; i < 16; i++) {
        run_block((R*)(columns + ((runs / W) % (members / W)) * 5 * W), (R*)out);
        sink = sink + out[8];
        runs += W;
      }
      now = cpu_seconds();
    } while (now - start < seconds / 4);
    best = std::max(best, runs / (now - start));
  }
  printf("%.1f\n", best);
  return 0;
}

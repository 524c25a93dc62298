// The program: hands the command line to run().
#include <iostream>

#include "scaleplan/run.hpp"

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  return scaleplan::run({arguments + 1, arguments + count}, std::cin, std::cout, std::cerr);
}

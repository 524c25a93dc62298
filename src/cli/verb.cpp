// Errors of usage.
#include "verb.hpp"

#include <utility>

namespace scaleplan::cli {

Error usage_error(std::string message, std::string hint) {
  Diagnostic fault;
  fault.code = "U001";
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  return Error({fault});
}

}  // namespace scaleplan::cli

// Names made from what people write.
#pragma once

#include <string>
#include <string_view>

namespace rung::model {

// "Métrologie de précision, 2" → metrologie-de-precision-2: small letters and digits joined by hyphens, a letter first. Empty when nothing of the text can stand in a name.
std::string name_of(std::string_view text);

// "quality-inspector" → Quality Inspector.
std::string title_of(std::string_view name);

}  // namespace rung::model

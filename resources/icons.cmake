# SPDX-License-Identifier: GPL-3.0-or-later
# The icons the console bundles, by their Lucide names; their licence goes with them.
set(VOXDESK_ICONS
  activity arrow-down arrow-up ban bot bookmark building-2 chart-column check chevron-down chevron-left chevron-right chevron-up circle-alert
  circle-check circle-pause circle-play circle-user clock columns-3 command copy download ellipsis gauge globe inbox info key-round key-square laptop
  layout-dashboard list-filter lock message-square-text phone rotate-cw vault log-out minus monitor monitor-smartphone moon panel-right pencil plug plus refresh-cw
  eye eye-off folder history mail milestone printer scroll-text shield-off rocket rows-3 rows-4 search search-x server settings shield shield-check sun terminal trash-2 triangle-alert undo-2 upload
  user-check user-x users wifi-off x)

function(voxdesk_icons target)
  set(files)
  foreach(name IN LISTS VOXDESK_ICONS)
    voxdesk_asset(file lucide-static/icons/${name}.svg)
    set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${name}.svg)
    list(APPEND files ${file})
  endforeach()
  voxdesk_asset(licence lucide-static/LICENSE)
  set_source_files_properties(${licence} PROPERTIES QT_RESOURCE_ALIAS LICENSE)
  qt_add_resources(${target} icons PREFIX "/icons" FILES ${files} ${licence})
endfunction()
